import { onLocaleDeletion } from '#src/platform/strapi/patches/locale-deletion';
import { createAdmin, request, startedApp } from '../../support';

// Functions of Strapi's service that do not delete content.
const OTHERS = [
  ...['find', 'findById', 'findByCode', 'count', 'create', 'update'],
  ...['setDefaultLocale', 'getDefaultLocale', 'setIsDefault', 'initDefaultLocale'],
];

const service = (): Record<string, unknown> => startedApp().strapi.plugin('i18n').service('locales');

it('locale-deletion: Strapi’s service of languages has the function that we wrap, and no other that deletes', () => {
  expect(Object.keys(service()).sort()).toEqual([...OTHERS, 'delete'].sort());
});

it.each(['delete', 'findById'])('locale-deletion: the start ends where it has no %s()', (name) => {
  const without = { plugin: () => ({ service: () => ({ ...service(), [name]: undefined }) }) };
  expect(() => onLocaleDeletion(without as never, [])).toThrow(`no ${name}()`);
});

it('locale-deletion: the deletion of a language in the settings goes through the steps', async () => {
  const { token } = await createAdmin();
  const seen: unknown[] = [];
  onLocaleDeletion(startedApp().strapi, [
    {
      name: 'noting',
      around(_strapi, locale, next) {
        seen.push(locale?.code);
        return next();
      },
    },
  ]);
  const made = await request<{ id: number }>('/i18n/locales', {
    token,
    body: { code: 'tr', name: 'Türkçe', isDefault: false },
  });
  expect((await request(`/i18n/locales/${made.body.id}`, { method: 'DELETE', token })).status).toBe(200);
  expect(seen).toEqual(['tr']);
  expect(
    await startedApp()
      .strapi.db.query('plugin::i18n.locale')
      .count({ where: { code: 'tr' } }),
  ).toBe(0);
});
