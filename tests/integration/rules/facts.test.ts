import { createBusiness, createCategory, createCityProfile } from '../../support';
import { BUSINESS, OFFER, UPDATE, documents, panel, type Data } from './paths';

beforeAll(() => createCityProfile());

const POPULATE = { categories: true, hours: true, contact: { populate: '*' }, address: true, location: true };

const read = async (documentId: unknown, locale: string, status = 'draft') =>
  (await documents(BUSINESS).findOne({ documentId, locale, status, populate: POPULATE })) as Data & {
    hours: Data[];
    categories: { documentId: string; locale: string }[];
  };

const names = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId);

const bilingual = async (uid: string, attributes: Data): Promise<string> => {
  const { documentId } = await documents(uid).create({ data: attributes });
  await documents(uid).update({
    documentId,
    locale: 'en',
    data: { name: `${String(attributes['name'])} (en)` },
  });
  return documentId as string;
};

const bilingualBusiness = async () => {
  const category = await bilingual('api::category.category', { name: 'Markt' });
  const hours = [
    { service: 'on-site', rule: 'Mo-Fr 08:00-18:00', note: 'Bitte klingeln' },
    { service: 'phone', rule: 'Mo 09:00-10:00' },
  ];
  const { documentId } = await createBusiness({
    categories: [category],
    hours,
    contact: { phone: '0231 445067' },
  });
  return { documentId, category };
};

describe('a new translation', () => {
  test('has the facts of the document: scalars, components, relations and the facts in localized components', async () => {
    const { documentId, category } = await bilingualBusiness();
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    const en = await read(documentId, 'en');
    expect(en).toMatchObject({
      summary: 'Bread',
      address: { postcode: '44137' },
      contact: { phone: '+49231445067' },
      hours: [{ rule: 'Mo-Fr 08:00-18:00' }, { rule: 'Mo 09:00-10:00' }],
    });
    expect(en.categories).toMatchObject([{ documentId: category, locale: 'en' }]);
  });

  test('does not take facts from the document when the panel sends an empty form', async () => {
    const { documentId, category } = await bilingualBusiness();
    const body = { summary: 'Bread', hours: [], categories: { connect: [], disconnect: [] }, name: 'Muster' };
    await panel(`collection-types/${BUSINESS}/${documentId}?locale=en`, { method: 'PUT', body });
    for (const locale of ['de', 'en']) {
      const row = await read(documentId, locale);
      expect([row.hours.length, names(row.categories)]).toEqual([2, [category]]);
    }
  });
});

describe('a category that exists in German only', () => {
  const start = async () => {
    const [both, german] = [
      await bilingual('api::category.category', { name: 'Laden' }),
      (await createCategory({ name: 'Hofladen' })).documentId,
    ];
    const { documentId } = await createBusiness({ categories: [german, both] });
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    const categories = async () =>
      Promise.all(['de', 'en'].map(async (locale) => names((await read(documentId, locale)).categories)));
    return { documentId, both, german, categories };
  };

  test('stays in German when an English version comes, and when it changes', async () => {
    const { documentId, both, german, categories } = await start();
    expect(await categories()).toEqual([[german, both], [both]]);
    const other = await bilingual('api::category.category', { name: 'Kiosk' });
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { categories: [other] } });
    expect(await categories()).toEqual([[german, other], [other]]);
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { categories: [] } });
    expect(await categories()).toEqual([[german], []]);
  });

  test('is taken away in German, and a change there reaches English as far as it can', async () => {
    const { documentId, both, german, categories } = await start();
    await documents(BUSINESS).update({ documentId, data: { categories: [german] } });
    expect(await categories()).toEqual([[german], []]);
    await documents(BUSINESS).update({ documentId, data: { categories: [both] } });
    expect(await categories()).toEqual([[both], [both]]);
  });
});

test('a district that exists in German only stays in German when an English version comes', async () => {
  const district = (await documents('api::district.district').create({ data: { name: 'Nordstadt' } }))
    .documentId as string;
  const { documentId } = await createBusiness({ district });
  await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
  const of = async (locale: string) =>
    ((await documents(BUSINESS).findOne({ documentId, locale, populate: { district: true } })) as Data)?.[
      'district'
    ];
  expect([await of('de'), await of('en')]).toEqual([expect.objectContaining({ documentId: district }), null]);
});

describe.each(UPDATE)('a change of facts through %s', (_path, update) => {
  test('reaches the drafts of all locales; matched rows keep their own texts, new rows have none', async () => {
    const { documentId } = await bilingualBusiness();
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    const { hours } = await read(documentId, 'en');
    const translated = hours.map((row, index) => (index === 0 ? { ...row, note: 'Please ring' } : row));
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { hours: translated } });
    expect((await read(documentId, 'de')).hours[0]).toMatchObject({ note: 'Bitte klingeln' });

    const changed = [
      { service: 'delivery', rule: 'Sa 10:00-12:00', note: 'Neu' },
      { service: 'on-site', rule: 'Mo-Fr 08:00-18:00', note: 'Bitte läuten' },
    ];
    await update(BUSINESS, documentId, { hours: changed });
    expect((await read(documentId, 'en')).hours).toMatchObject([
      { service: 'delivery', rule: 'Sa 10:00-12:00', note: null },
      { service: 'on-site', rule: 'Mo-Fr 08:00-18:00', note: 'Please ring' },
    ]);
  });

  test('reaches relations of all locales', async () => {
    const { documentId } = await bilingualBusiness();
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    const other = await bilingual('api::category.category', { name: 'Imkerei' });
    await update(BUSINESS, documentId, { categories: [other] });
    for (const locale of ['de', 'en'])
      expect(names((await read(documentId, locale)).categories)).toEqual([other]);
  });

  test('publishes nothing; publishing one locale publishes its facts in all', async () => {
    const { documentId, category } = await bilingualBusiness();
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    await documents(BUSINESS).publish({ documentId, locale: '*' });
    const other = await bilingual('api::category.category', { name: 'Hofladen' });
    await update(BUSINESS, documentId, {
      categories: [other],
      hours: [{ service: 'on-site', rule: '24/7', note: 'Immer' }],
    });
    const before = await read(documentId, 'en', 'published');
    expect([before.hours[0]?.['rule'], names(before.categories)]).toEqual(['Mo-Fr 08:00-18:00', [category]]);
    await documents(BUSINESS).publish({ documentId, locale: 'de' });
    const after = await read(documentId, 'en', 'published');
    expect([after.hours.map(({ rule }) => rule), names(after.categories)]).toEqual([['24/7'], [other]]);
    expect(after).toMatchObject({ summary: 'Bread' });
  });

  test('back to the published value reaches the other drafts as well', async () => {
    const { documentId } = await bilingualBusiness();
    await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    await documents(BUSINESS).publish({ documentId, locale: '*' });
    await update(BUSINESS, documentId, { sizeClass: 'micro' });
    await update(BUSINESS, documentId, { sizeClass: null });
    expect(await read(documentId, 'en')).toMatchObject({ sizeClass: null });
  });
});

test('discarding a draft reverts its facts in all locales', async () => {
  const { documentId, category } = await bilingualBusiness();
  await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } });
  await documents(BUSINESS).publish({ documentId, locale: '*' });
  const other = (await createCategory()).documentId;
  await documents(BUSINESS).update({ documentId, data: { categories: [other], hours: [] } });
  await documents(BUSINESS).discardDraft({ documentId, locale: 'de' });
  const en = await read(documentId, 'en');
  expect([en.hours.length, names(en.categories)]).toEqual([2, [category]]);
});

test('an offer belongs to its business in every locale', async () => {
  const { documentId: business } = await bilingualBusiness();
  await documents(BUSINESS).update({ documentId: business, locale: 'en', data: { summary: 'Bread' } });
  const { documentId } = await documents(OFFER).create({
    data: { title: 'Lieferung', kind: 'delivery', business },
  });
  await documents(OFFER).update({ documentId, locale: 'en', data: { title: 'Delivery' } });
  const en = await documents(OFFER).findOne({ documentId, locale: 'en', populate: ['business'] });
  expect(en).toMatchObject({ kind: 'delivery', business: { documentId: business, locale: 'en' } });
});
