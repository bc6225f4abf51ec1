import { join } from 'node:path';
import { catalogueOf } from '#src/import/domain/catalogue';
import { featureOf } from '#src/import/domain/feature';
import { mapFeature } from '#src/import/domain/map-feature';
import { readDrafts } from '#src/import/category-directory';
import { readCity } from '#src/import/city';
import { runImport } from '#src/import/run-import';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  startedApp,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

const BUSINESS = 'api::business.business';
const DATA = join(__dirname, '../../../data');

const HOERDE = { latitude: 51.4901, longitude: 7.5032 };
const APLERBECK = { latitude: 51.4925, longitude: 7.5611 };
const EVING = { latitude: 51.5541, longitude: 7.471 };
const OUTSIDE = { latitude: 51.44, longitude: 7.56 };

const districts = new Map<string, string>();
const idOf = (slug: string): string => districts.get(slug) ?? '';

let editor: AdminAccount;
let anna: ContributorAccount;
let category: string;

const documents = () => startedApp().strapi.documents(BUSINESS);

const district = async (documentId: string, locale = 'de', status: 'draft' | 'published' = 'draft') => {
  const found = await documents().findOne({ documentId, locale, status, populate: { district: true } });
  return (found as { district?: { slug?: string } | null } | null)?.district?.slug ?? null;
};

/** What the edit view of the panel sends: the whole form, with links that were added and removed. */
const form = async (documentId: string, change: Record<string, unknown>, locale = 'de'): Promise<void> => {
  const links = { connect: [], disconnect: [] };
  const { status, text } = await request(
    `/content-manager/collection-types/${BUSINESS}/${documentId}?locale=${locale}`,
    { method: 'PUT', token: editor.token, body: { name: 'Laden', district: links, ...change } },
  );
  if (status !== 200) throw new Error(text);
};

interface Hint {
  code: string;
  path: string[];
  message: string;
  suggestions?: string[];
}

const hints = async (documentId: string): Promise<Hint[]> =>
  (
    await request<{ data: Hint[] }>(`/rules/doubts/${BUSINESS}/${documentId}?contentLocale=de`, {
      token: editor.token,
    })
  ).body.data;

const published = (location: unknown, more: object = {}): Promise<{ documentId: string }> =>
  createBusiness({ name: 'Laden', categories: [category], location, ...more });

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: 'redaktion' });
  anna = await createContributor();
  category = (await createCategory({ name: 'Läden' })).documentId;
  for (const [slug, name] of [
    ['hoerde', 'Hörde'],
    ['aplerbeck', 'Aplerbeck'],
  ] as const) {
    const { documentId } = await createDocument(
      'api::district.district',
      { slug, name },
      { published: false },
    );
    await startedApp()
      .strapi.documents('api::district.district')
      .update({ documentId, locale: 'en', data: { name } });
    districts.set(slug, documentId);
  }
});

describe('a new listing', () => {
  it.each([
    ['in Hörde', HOERDE, {}, 'hoerde'],
    ['in Hörde, said to be in Aplerbeck', HOERDE, { district: 'aplerbeck' }, 'hoerde'],
    ['in a district that editors have not entered', EVING, {}, null],
    ['outside all borders', OUTSIDE, {}, null],
    ['outside all borders, said to be in Aplerbeck', OUTSIDE, { district: 'aplerbeck' }, 'aplerbeck'],
    ['without a point', null, { district: 'aplerbeck' }, 'aplerbeck'],
  ])('%s', async (_what, location, { district: named }: { district?: string }, expected) => {
    const { documentId } = await published(location, named ? { district: idOf(named) } : {});
    expect(await district(documentId)).toBe(expected);
    expect(await district(documentId, 'de', 'published')).toBe(expected);
  });

  it('of a contributor is in the district of its point, whatever they say', async () => {
    const { status, body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
      method: 'POST',
      token: anna.token,
      body: {
        data: {
          name: 'Annas Laden',
          categories: [category],
          district: idOf('aplerbeck'),
          location: HOERDE,
          servedDistricts: [idOf('aplerbeck')],
          serviceArea: { postcodes: ['44287'], radiusKm: 3 },
        },
      },
    });
    expect(status).toBe(201);
    expect(await district(body.data.documentId)).toBe('hoerde');
    const draft = await request<{ data: Record<string, unknown> }>(
      `/api/my/businesses/${body.data.documentId}`,
      {
        token: anna.token,
      },
    );
    expect(draft.body.data).toMatchObject({ serviceArea: { postcodes: ['44287'], radiusKm: 3 } });
  });
});

describe('a listing whose point moves', () => {
  it('changes its district with it, in all languages, and the panel gives a hint until it is published', async () => {
    const { documentId } = await published(HOERDE);
    await documents().update({ documentId, locale: 'en', data: { summary: 'A shop' } });
    expect(await hints(documentId)).toEqual([]);
    await form(documentId, { location: APLERBECK });
    expect([await district(documentId), await district(documentId, 'en')]).toEqual([
      'aplerbeck',
      'aplerbeck',
    ]);
    expect(await district(documentId, 'de', 'published')).toBe('hoerde');
    expect(await hints(documentId)).toEqual([
      expect.objectContaining({
        code: 'district-moved',
        path: ['district'],
        message: expect.stringMatching(/Hörde.*Aplerbeck/) as unknown,
      }),
    ]);
    await documents().publish({ documentId, locale: 'de' });
    expect(await hints(documentId)).toEqual([]);
  });

  it('out of all borders has none any more', async () => {
    const { documentId } = await published(HOERDE);
    await form(documentId, { location: OUTSIDE });
    expect(await district(documentId)).toBeNull();
    expect((await hints(documentId)).map(({ code }) => code)).toEqual(['district-moved']);
  });

  it('within its district changes nothing, and gives no hint', async () => {
    const { documentId } = await published(HOERDE);
    await form(documentId, { location: { latitude: 51.4905, longitude: 7.504 } });
    expect([await district(documentId), await hints(documentId)]).toEqual(['hoerde', []]);
  });
});

describe('an editor', () => {
  it('sets another district, which stays when the point moves, until the field is emptied', async () => {
    const { documentId } = await published(HOERDE);
    const aplerbeck = [{ documentId: idOf('aplerbeck'), locale: 'de' }];
    await form(documentId, { district: { connect: aplerbeck, disconnect: [] } });
    expect(await district(documentId)).toBe('aplerbeck');
    expect(await hints(documentId)).toEqual([
      expect.objectContaining({ code: 'district-differs', suggestions: ['Hörde'] }),
    ]);
    await form(documentId, { location: { latitude: 51.4905, longitude: 7.504 } });
    expect(await district(documentId)).toBe('aplerbeck');
    await form(documentId, { district: { connect: [], disconnect: aplerbeck } });
    expect([await district(documentId), await hints(documentId)]).toEqual(['hoerde', []]);
  });

  it('names a district outside all borders, and gets a hint', async () => {
    const { documentId } = await published(OUTSIDE);
    await form(documentId, {
      district: { connect: [{ documentId: idOf('hoerde'), locale: 'de' }], disconnect: [] },
    });
    expect(await district(documentId)).toBe('hoerde');
    expect((await hints(documentId)).map(({ code }) => code)).toEqual(['district-outside']);
  });

  it('gives a radius without a point, and gets a hint', async () => {
    const { documentId } = await published(null, { serviceArea: { radiusKm: 5 } });
    expect((await hints(documentId)).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['service-radius-without-point', 'serviceArea.radiusKm'],
    ]);
  });
});

describe('an import', () => {
  const node = (
    id: string,
    { longitude, latitude }: { longitude: number; latitude: number },
    suburb: string,
  ) => ({
    type: 'Feature',
    id,
    properties: { name: `Laden ${id}`, shop: 'kiosk', 'addr:suburb': suburb, 'addr:city': 'Dortmund' },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  });
  const importing = async (...features: unknown[]) => {
    const { rulePlace } = await readCity(startedApp().strapi);
    const context = { catalogue: catalogueOf(readDrafts(DATA)), rulePlace, language: 'en' as const };
    const records = features.map((feature, at) => mapFeature(featureOf(feature, at), context));
    const { records: report } = await runImport(startedApp().strapi, 'business', records, { dataDir: DATA });
    expect(report.map(({ reasons }) => reasons)).toEqual(features.map(() => []));
  };
  const named = async (name: string): Promise<string> =>
    (await documents().findFirst({ locale: 'de', filters: { name } }))?.documentId ?? '';

  it('puts a listing where its point is, not where its source says, and moves it with the source', async () => {
    await importing(node('node/1', HOERDE, 'Aplerbeck'), node('node/2', OUTSIDE, 'Aplerbeck'));
    const [one, two] = [await named('Laden node/1'), await named('Laden node/2')];
    expect([await district(one), await district(two)]).toEqual(['hoerde', 'aplerbeck']);
    expect(await district(one, 'en')).toBe('hoerde');
    await importing(node('node/1', APLERBECK, 'Aplerbeck'));
    expect(await district(one)).toBe('aplerbeck');
  });

  it('leaves a district that an editor has set', async () => {
    await importing(node('node/3', HOERDE, 'Hörde'));
    const documentId = await named('Laden node/3');
    await form(documentId, {
      name: 'Laden node/3',
      district: { connect: [{ documentId: idOf('aplerbeck'), locale: 'de' }], disconnect: [] },
    });
    await documents().publish({ documentId, locale: 'de' });
    await importing(node('node/3', { latitude: 51.4905, longitude: 7.504 }, 'Hörde'));
    expect(await district(documentId)).toBe('aplerbeck');
  });
});

it('a city without borders keeps the districts that people name', async () => {
  await createCityProfile({ slug: 'anderswo' });
  const { documentId } = await published(HOERDE, { district: idOf('aplerbeck') });
  expect([await district(documentId), await hints(documentId)]).toEqual(['aplerbeck', []]);
  await createCityProfile({ slug: 'dortmund' });
});
