import { createBusiness, createCityProfile, startedApp } from '../../support';
import { BUSINESS, CATEGORY, CREATE, NOTICE, UPDATE, documents } from './paths';

beforeAll(() => createCityProfile());

const slugOf = async (uid: string, documentId: unknown, params = {}) =>
  (await documents(uid).findOne({ documentId, ...params }))?.['slug'];

describe.each(CREATE)('a slug, made through %s', (_path, create) => {
  test.each([
    [BUSINESS, { name: 'Bäckerei Müßig & Söhne' }, /^baeckerei-muessig-und-soehne(-2)?$/],
    [NOTICE, { title: 'Ärzte öffnen' }, /^aerzte-oeffnen(-2)?$/],
    [CATEGORY, { name: 'Café' }, /^cafe(-2)?$/],
  ])('of %s %j is made by German rules', async (uid, data, expected) => {
    expect((await create(uid, data)).data['slug']).toMatch(expected);
  });

  test('is numbered when it is taken', async () => {
    const name = `Doppelt ${_path}`;
    const [first, second] = [await create(BUSINESS, { name }), await create(BUSINESS, { name })];
    expect(second.data['slug']).toBe(`${String(first.data['slug'])}-2`);
  });

  test('that is requested but taken is refused', async () => {
    const { data } = await create(BUSINESS, { name: 'Vergeben' });
    const outcome = await create(BUSINESS, { name: 'Anders', slug: data['slug'] });
    expect(outcome.errors).toMatchObject([
      { path: ['slug'], message: expect.stringMatching(/schon vergeben/) as string },
    ]);
  });

  test('that is not valid is refused', async () => {
    expect((await create(BUSINESS, { name: 'x', slug: 'Kein Kürzel' })).errors).toMatchObject([
      { path: ['slug'] },
    ]);
  });
});

describe.each(UPDATE)('a change through %s', (_path, update) => {
  test.each([
    ['the name', { name: 'Ganz anders' }],
    ['the slug to nothing', { slug: '' }],
  ])('of %s does not change the slug', async (_case, data) => {
    const { documentId, slug } = await createBusiness({ name: 'Beständig' });
    await update(BUSINESS, documentId, data);
    expect(await slugOf(BUSINESS, documentId)).toBe(slug);
  });

  test('gives a slug to what had no name before', async () => {
    const { documentId } = await documents(BUSINESS).create({ data: {} });
    await update(BUSINESS, documentId as string, { name: 'Endlich benannt' });
    expect(await slugOf(BUSINESS, documentId)).toMatch(/^endlich-benannt/);
  });
});

describe('a slug', () => {
  test('is the same for all locales, derived from the name in the first', async () => {
    const { documentId } = await documents(CATEGORY).create({ data: { name: 'Bücher' } });
    await documents(CATEGORY).update({ documentId, locale: 'en', data: { name: 'Books' } });
    expect(await slugOf(CATEGORY, documentId, { locale: 'en' })).toBe('buecher');
  });

  test('is different for a clone', async () => {
    const { documentId } = await createBusiness({ name: 'Original' });
    const clone = await documents(BUSINESS).clone({ documentId, data: {}, locale: '*' });
    expect(await slugOf(BUSINESS, clone.documentId)).toBe('original-2');
  });

  test('is unique even if twenty businesses with one name are created at the same moment', async () => {
    const names = Array.from({ length: 20 }, () => ({ name: 'Gleichzeitig' }));
    const created = await Promise.all(names.map((data) => documents(BUSINESS).create({ data })));
    expect(new Set(created.map(({ slug }) => slug)).size).toBe(20);
  });

  test('is unique in the database too, below all rules', async () => {
    await createBusiness({ name: 'Unten' });
    const query = startedApp().strapi.db.query(BUSINESS);
    const data = { documentId: 'another', locale: 'de', name: 'x', slug: 'unten' };
    await expect(query.create({ data })).rejects.toThrow(/businesses_one_slug_one_document/);
  });
});
