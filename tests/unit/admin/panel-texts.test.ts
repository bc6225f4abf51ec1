import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { de } from '#src/admin/translations/de';
import { en } from '#src/admin/translations/en';
import { DISPLAY_NAMES, MENU_ORDER, translations } from '#src/admin/translations/messages';
import type { PanelTexts } from '#src/admin/translations/panel-texts';

interface Model {
  uid: string;
  info: { displayName: string };
  attributes: Record<string, { enum?: string[] }>;
}

const SOURCE = join(__dirname, '../../../src');

function modelsIn(folder: string, uidOf: (path: string[]) => string): Model[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      ...(JSON.parse(readFileSync(join(SOURCE, folder, file), 'utf8')) as Model),
      uid: uidOf(file.replace(/\.json$/, '').split('/')),
    }));
}

const types = modelsIn('api', ([api, , name]) => `api::${api}.${name}`);
const components = modelsIn('components', (path) => path.join('.'));
const languages: [string, PanelTexts][] = [
  ['German', de],
  ['English', en],
];

describe.each(languages)('the %s texts of the admin panel', (_language, texts) => {
  test.each(types.map((type) => [type.uid, type] as const))('name %s and all of its fields', (uid, type) => {
    expect(texts.types[uid]?.name).toBeTruthy();
    expect(Object.keys(texts.types[uid]?.fields ?? {}).sort()).toEqual(Object.keys(type.attributes).sort());
  });

  test.each(components.map((component) => [component.uid, component] as const))(
    'name the component %s and all of its fields',
    (uid, component) => {
      expect(texts.components[uid]?.name).toBeTruthy();
      expect(Object.keys(texts.components[uid]?.fields ?? {}).sort()).toEqual(
        Object.keys(component.attributes).sort(),
      );
    },
  );

  test('give every field a label and a help text that ends as a sentence', () => {
    const fields = [...Object.values(texts.types), ...Object.values(texts.components)].flatMap((model) =>
      Object.values(model.fields),
    );
    for (const [label, help] of fields.flatMap((field) => [field, field[2] ?? field])) {
      expect(label).not.toBe('');
      expect(help).toMatch(/[.?!]$|[.?!][”“]$/);
    }
  });

  test('name every enumeration value and no other', () => {
    const values = [...types, ...components].flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((attribute) => attribute.enum ?? []),
    );
    expect(Object.keys(texts.values).sort()).toEqual([...new Set(values)].sort());
  });
});

test('the display names are those of the schemas, by which Strapi looks up type names', () => {
  expect(DISPLAY_NAMES).toEqual(Object.fromEntries(types.map(({ uid, info }) => [uid, info.displayName])));
});

test('both languages have the same messages of ours', () => {
  const own = (messages: Record<string, string>) =>
    Object.keys(messages)
      .filter((id) => id.startsWith('stadtverbund.'))
      .sort();
  expect(own(translations.de)).toEqual(own(translations.en));
  expect(own(translations.de)).not.toEqual([]);
});

test('the menu has a place for every type', () => {
  expect([...MENU_ORDER].sort()).toEqual(types.map(({ uid }) => uid).sort());
});
