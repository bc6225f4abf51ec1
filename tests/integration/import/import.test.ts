import { join } from 'node:path';
import { readCity } from '#src/import/city';
import { featureOf } from '#src/import/domain/feature';
import { mapFeature } from '#src/import/domain/map-feature';
import type { Mapped } from '#src/import/domain/notes';
import type { BusinessRecord } from '#src/import/domain/record';
import { catalogueOf } from '#src/import/domain/catalogue';
import { readDrafts } from '#src/import/category-directory';
import type { ImportReport } from '#src/import/report';
import { runImport } from '#src/import/run-import';
import { createCityProfile, createDocument, graphql, request, startedApp } from '../../support';

const DATA = join(__dirname, '../../../data');
const BUSINESS = 'api::business.business';

interface Listing {
  documentId: string;
  name: string;
  locale: string;
  updatedAt: string;
  [attribute: string]: unknown;
}

let number = 0;

/** A new node in the middle of Dortmund. */
const node = (
  tags: Record<string, string>,
  id = `node/${(number += 1)}`,
  coordinates = [7.4653, 51.5139],
) => ({
  type: 'Feature',
  id,
  properties: tags,
  geometry: { type: 'Point', coordinates },
});

const mapped = async (features: unknown[]): Promise<Mapped<BusinessRecord>[]> => {
  const { rulePlace } = await readCity(startedApp().strapi);
  const context = { catalogue: catalogueOf(readDrafts(DATA)), rulePlace, language: 'en' as const };
  return features.map((feature, index) => mapFeature(featureOf(feature, index), context));
};

const importing = async (features: unknown[], options: { dryRun?: boolean } = {}): Promise<ImportReport> =>
  runImport(startedApp().strapi, 'business', await mapped(features), { dataDir: DATA, ...options });

const only = async (features: unknown[], options = {}) => (await importing(features, options)).records[0];

const listings = async (name: string, query = ''): Promise<Listing[]> => {
  const path = `/api/businesses?filters[name][$eq]=${encodeURIComponent(name)}&populate=*${query}`;
  return (await request<{ data: Listing[] }>(path)).body.data;
};

const documents = () => startedApp().strapi.documents(BUSINESS);

const countRows = (uid: string): Promise<number> => startedApp().strapi.db.query(uid).count({});

beforeAll(() => createCityProfile({ postcodes: ['44135', '44137', '44287'] }));

describe('a record of OpenStreetMap', () => {
  const TAGS = {
    name: 'Café Lindenblatt',
    amenity: 'cafe',
    'addr:street': 'Kampstraße',
    'addr:housenumber': '1',
    'addr:postcode': '44137',
    'addr:city': 'Dortmund',
    phone: '0231 4459820',
    website: 'www.lindenblatt.de',
    opening_hours: 'Mo-Fr 08:00-18:00',
    delivery: 'yes',
    description: 'Kuchen aus eigener Backstube',
  };

  it('is public immediately in both languages, with its attribution and without its source', async () => {
    expect(await only([node(TAGS)])).toMatchObject({
      name: 'Café Lindenblatt',
      status: 'created',
      reasons: [],
    });
    const [de] = await listings('Café Lindenblatt');
    const [en] = await listings('Café Lindenblatt', '&locale=en');
    const facts = {
      slug: 'cafe-lindenblatt',
      contact: { phone: '+492314459820', website: 'https://www.lindenblatt.de' },
      address: { street: 'Kampstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
      hours: [{ service: 'on-site', rule: 'Mo-Fr 08:00-18:00' }],
      attribution: { text: '© OpenStreetMap contributors' },
    };
    expect(de).toMatchObject({ ...facts, description: TAGS.description, categories: [{ name: 'Café' }] });
    expect(en).toMatchObject({ ...facts, description: null, categories: [{ name: 'Café' }] });
    expect(JSON.stringify([de, en])).not.toContain('openstreetmap"');
    expect(de).not.toHaveProperty('source');
  });

  it('brings the offer that its tags state, and GraphQL shows it', async () => {
    const query = '{ offers(filters: { business: { name: { eq: "Café Lindenblatt" } } }) { kind title } }';
    expect((await graphql(query)).body.data).toEqual({ offers: [{ kind: 'delivery', title: 'Lieferung' }] });
  });

  it('creates a category with its German and English name and its group when it is first needed', async () => {
    await importing([node({ name: 'Pokalwerk', shop: 'trophy' }), node({ name: 'Teehaus', shop: 'tea' })]);
    const query =
      '/api/categories?filters[name][$in][0]=Trophäengeschäft&filters[name][$in][1]=Teegeschäft&populate=parent';
    const { body } = await request<{ data: Listing[] }>(encodeURI(query));
    expect(body.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Trophäengeschäft', osmTags: ['shop/trophy'], parent: null }),
        expect.objectContaining({
          name: 'Teegeschäft',
          parent: expect.objectContaining({ name: 'Lebensmittel' }) as unknown,
        }),
      ]),
    );
    const english = await request<{ data: Listing[] }>(
      '/api/categories?locale=en&filters[name][$eq]=Tea%20shop',
    );
    expect(english.body.data).toHaveLength(1);
  });

  it('gets a district only if the source names one of this city, and the district gets its English version', async () => {
    const district = { name: 'Aplerbeck', slug: 'aplerbeck' };
    await createDocument('api::district.district', district, { published: false });
    await importing([
      node({
        name: 'Laden in Aplerbeck',
        shop: 'kiosk',
        'addr:suburb': 'Aplerbeck',
        'addr:postcode': '44287',
        'addr:city': 'Dortmund',
      }),
      node({
        name: 'Laden anderswo',
        shop: 'kiosk',
        'addr:suburb': 'Aplerbeck',
        'addr:postcode': '44801',
        'addr:city': 'Bochum',
      }),
    ]);
    expect((await listings('Laden in Aplerbeck'))[0]).toMatchObject({ district: { name: 'Aplerbeck' } });
    expect((await listings('Laden anderswo'))[0]).toMatchObject({ district: null });
  });
});

describe('a record that cannot go in', () => {
  it('is rejected with the rule that refuses it, and the others are imported', async () => {
    const hamburg = [9.99, 53.55];
    const report = await importing([
      node({ name: 'Vorher', shop: 'kiosk' }),
      node({ name: 'Hamburger Laden', shop: 'kiosk' }, undefined, hamburg),
      node({ amenity: 'vending_machine' }),
      node({ name: 'Nachher', shop: 'kiosk' }),
    ]);
    expect(report.totals).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(report.records[1]?.reasons).toEqual([expect.stringContaining('50 km')]);
    expect(await listings('Hamburger Laden')).toEqual([]);
    expect(await listings('Nachher')).toHaveLength(1);
  });

  it('leaves nothing behind if only a part of it is refused', async () => {
    const before = await Promise.all([BUSINESS, 'api::category.category'].map(countRows));
    const [record] = await mapped([node({ name: 'Halb', shop: 'scuba_diving' })]);
    if (!record?.ok) throw new Error('the record should map');
    const offers = [{ kind: 'voucher', title: { de: 'Gutschein' }, price: -1 }];
    const broken = { ...record, record: { ...record.record, offers } };
    const report = await runImport(startedApp().strapi, 'business', [broken], { dataDir: DATA });
    expect(report.records[0]).toMatchObject({
      status: 'rejected',
      reasons: [expect.stringContaining('Cent')],
    });
    expect(await Promise.all([BUSINESS, 'api::category.category'].map(countRows))).toEqual(before);
  });

  it('is the second of two with the same id in one file', async () => {
    const report = await importing([
      node({ name: 'Erster', shop: 'kiosk' }, 'node/77'),
      node({ name: 'Zweiter', shop: 'kiosk' }, 'node/77'),
    ]);
    expect(report.records.map(({ status }) => status)).toEqual(['created', 'rejected']);
  });
});

describe('a second import', () => {
  it('changes no row', async () => {
    const features = [node({ name: 'Zweimal', shop: 'books', takeaway: 'yes' })];
    await importing(features);
    const rows = () =>
      startedApp()
        .strapi.db.query(BUSINESS)
        .findMany({ orderBy: { id: 'asc' } });
    const before = await rows();
    expect((await importing(features)).totals).toEqual({ created: 0, updated: 0, unchanged: 1, rejected: 0 });
    expect(await rows()).toEqual(before);
  });

  it('writes only what changed in the source, and keeps what an editor changed elsewhere', async () => {
    const tags = {
      name: 'Schuhhaus',
      shop: 'shoes',
      phone: '0231 4459820',
      opening_hours: 'Mo-Fr 09:00-18:00',
    };
    await importing([node(tags, 'node/80')]);
    const [{ documentId } = { documentId: '' }] = await listings('Schuhhaus');
    await documents().update({
      documentId,
      locale: 'de',
      data: { contact: { phone: '0231 1111111' } } as never,
    });
    await documents().publish({ documentId, locale: '*' });
    // Approved long after it was written: identical content is not a pending change.
    await startedApp()
      .strapi.db.connection('businesses')
      .where({ document_id: documentId })
      .whereNull('published_at')
      .update({ updated_at: new Date(0) });
    expect(await only([node({ ...tags, opening_hours: 'Mo-Sa 09:00-18:00' }, 'node/80')])).toMatchObject({
      status: 'updated',
    });
    expect((await listings('Schuhhaus'))[0]).toMatchObject({
      contact: { phone: '+492311111111' },
      hours: [{ rule: 'Mo-Sa 09:00-18:00' }],
    });
    expect((await listings('Schuhhaus', '&locale=en'))[0]).toMatchObject({
      hours: [{ rule: 'Mo-Sa 09:00-18:00' }],
    });
  });

  it('does not publish what an editor took down', async () => {
    await importing([node({ name: 'Abgehängt', shop: 'toys' }, 'node/81')]);
    const [{ documentId } = { documentId: '' }] = await listings('Abgehängt');
    await documents().unpublish({ documentId, locale: '*' });
    const changed = await only([node({ name: 'Abgehängt', shop: 'toys', phone: '0231 4459820' }, 'node/81')]);
    expect(changed).toMatchObject({
      status: 'updated',
      reasons: [expect.stringContaining('nicht veröffentlicht')],
    });
    expect(await listings('Abgehängt')).toEqual([]);
  });

  it('does not publish a pending change together with its own', async () => {
    await importing([node({ name: 'In Arbeit', shop: 'toys' }, 'node/82')]);
    const [{ documentId } = { documentId: '' }] = await listings('In Arbeit');
    await documents().update({ documentId, locale: 'de', data: { description: 'Noch geheim' } });
    await only([node({ name: 'In Arbeit', shop: 'toys', phone: '0231 4459820' }, 'node/82')]);
    expect((await listings('In Arbeit'))[0]).toMatchObject({ description: null });
  });

  it('removes an offer that the source no longer states, and no other', async () => {
    await importing([
      node({ name: 'Imbiss', amenity: 'fast_food', takeaway: 'yes', delivery: 'yes' }, 'node/83'),
    ]);
    const [{ documentId } = { documentId: '' }] = await listings('Imbiss');
    await createDocument('api::offer.offer', { business: documentId, kind: 'voucher', title: 'Gutschein' });
    await importing([node({ name: 'Imbiss', amenity: 'fast_food', takeaway: 'yes' }, 'node/83')]);
    const path = '/api/offers?filters[business][name][$eq]=Imbiss&sort=kind';
    const { body } = await request<{ data: { kind: string }[] }>(path);
    expect(body.data.map(({ kind }) => kind)).toEqual(['pickup', 'voucher']);
  });

  it('creates a deleted listing again', async () => {
    const features = [node({ name: 'Gelöscht', shop: 'toys' }, 'node/84')];
    await importing(features);
    const [{ documentId } = { documentId: '' }] = await listings('Gelöscht');
    await documents().delete({ documentId, locale: '*' });
    expect(await only(features)).toMatchObject({ status: 'created' });
  });
});

it('a dry run reports what an import would do, including the rules, and writes nothing', async () => {
  const features = [
    node({ name: 'Probe', shop: 'hunting', delivery: 'yes' }),
    node({ name: 'Fern', shop: 'kiosk' }, undefined, [9.99, 53.55]),
  ];
  const uids = [BUSINESS, 'api::offer.offer', 'api::category.category'];
  const before = await Promise.all(uids.map(countRows));
  const dry = await importing(features, { dryRun: true });
  expect(await Promise.all(uids.map(countRows))).toEqual(before);
  expect(dry).toEqual(await importing(features));
  expect(dry.totals).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 1 });
});

it('two simultaneous imports of the same file create every listing once', async () => {
  const features = [1, 2, 3].map((index) => node({ name: `Doppelt ${index}`, shop: 'kiosk' }));
  const reports = await Promise.all([importing(features), importing(features)]);
  expect(reports.map(({ totals }) => totals.created).sort()).toEqual([0, 3]);
  for (const index of [1, 2, 3]) expect(await listings(`Doppelt ${index}`)).toHaveLength(1);
});
