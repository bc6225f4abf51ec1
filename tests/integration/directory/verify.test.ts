import type { Maintenance } from '#src/plugins/directory/server/src/read-model/maintenance';
import type { Verification } from '#src/plugins/directory/server/src/read-model/verify';
import sharp from 'sharp';
import { inPublicationBatch } from '#src/publication/index';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  editorActor,
  moderation,
  request,
  startedApp,
} from '../../support';
import { eventually } from '../../support/eventually';

const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';
const CATEGORY = 'api::category.category';
const CONTACT = 'api::advisory-contact.advisory-contact';

const DAY_MS = 86_400_000;

interface Stored {
  documentId: string;
}

const maintenance = () =>
  startedApp().strapi.plugin('directory').service('maintenance') as unknown as Maintenance;

const execute = async (text: string, values: string[] = []): Promise<void> => {
  await startedApp().strapi.db.connection.raw(text, values);
};

// The generated types depend on the uid, which is a parameter here.
const documents = (uid: string) => startedApp().strapi.documents(uid as typeof BUSINESS);

const change = (uid: string, documentId: string, data: object, locale = 'de') =>
  documents(uid).update({ documentId, locale, status: 'published', data });

const moderate = (action: 'suspend' | 'reinstate') =>
  moderation().perform({
    action,
    uid: BUSINESS,
    documentId: business.documentId,
    actor: editorActor(),
    reason: 'Prüfung',
  });

const CLEAN = { missing: [], extra: [], different: [], hours: [], wrongHours: [], missingWords: [] };

const findings = async (): Promise<Omit<Verification, 'documents'>> => {
  const { documents: _documents, ...found } = await maintenance().verify();
  return found;
};

let category: Stored;
let district: Stored;
let organisation: Stored;
let business: Awaited<ReturnType<typeof createBusiness>>;
let offer: Stored;

beforeAll(async () => {
  await createCityProfile();
  category = await createCategory({ name: 'Bäckerei', terms: ['brot'], osmTags: ['shop/bakery'] });
  district = await createDocument('api::district.district', { name: 'Hörde' }, { published: false });
  organisation = await createDocument('api::organisation.organisation', { name: 'Kammer', kind: 'chamber' });
  business = await createBusiness({
    name: 'Mühlenbäckerei „Toni’s“',
    summary: 'Ökologisches Brot – aus der Straße nebenan.',
    categories: [category.documentId],
    district: district.documentId,
    hours: [
      { service: 'on-site', rule: 'Mo-Fr 08:00-18:00; PH off' },
      { service: 'delivery', rule: 'Sa 10:00-12:00' },
    ],
  });
  offer = await createOffer(business, { kind: 'delivery' });
  await createDocument('api::campaign.campaign', {
    business: business.documentId,
    kind: 'support',
    title: 'Neuer Ofen',
    story: 'Der alte ist kaputt.',
    goal: 500000,
    startsAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2099-01-01T00:00:00.000Z',
    rewards: [{ title: 'Ein Brot', minimumAmount: 500 }],
  });
  await createDocument(CONTACT, {
    title: 'Hotline',
    kind: 'hotline',
    email: 'hilfe@example.org',
    organisation: organisation.documentId,
  });
});

describe('the read model matches what it is built from', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['publishing everything', () => Promise.resolve()],
    ['renaming a business', () => change(BUSINESS, business.documentId, { name: 'Mühlenbäckerei Neu' })],
    ['renaming a category', () => change(CATEGORY, category.documentId, { name: 'Backstube' })],
    [
      'translating a category',
      () =>
        documents(CATEGORY).update({
          documentId: category.documentId,
          locale: 'en',
          data: { name: 'Bakery' },
        }),
    ],
    [
      'translating a business',
      () => change(BUSINESS, business.documentId, { summary: 'Organic bread' }, 'en'),
    ],
    [
      'renaming a district',
      () => change('api::district.district', district.documentId, { name: 'Alt-Hörde' }),
    ],
    [
      'renaming an organisation',
      () => change('api::organisation.organisation', organisation.documentId, { name: 'Die Kammer' }),
    ],
    [
      'other opening hours',
      () =>
        change(BUSINESS, business.documentId, { hours: [{ service: 'on-site', rule: 'Mo-Su 10:00-16:00' }] }),
    ],
    ['an offer that has ended', () => change(OFFER, offer.documentId, { validThrough: '2020-01-01' })],
    ['an offer that goes on', () => change(OFFER, offer.documentId, { validThrough: null })],
    ['removing an offer', () => documents(OFFER).delete({ documentId: offer.documentId, locale: '*' })],
    ['suspending a business', () => moderate('suspend')],
    ['reinstating it', () => moderate('reinstate')],
    [
      'removing an organisation',
      () =>
        documents('api::organisation.organisation').delete({
          documentId: organisation.documentId,
          locale: '*',
        }),
    ],
    [
      'removing a category',
      () => documents(CATEGORY).delete({ documentId: category.documentId, locale: '*' }),
    ],
    ['another federal state', () => createCityProfile({ federalState: 'DE-BY' })],
    ['the night', () => maintenance().night()],
    ['a rebuild', () => maintenance().rebuild()],
  ])('after %s', async (_name, work) => {
    await work();
    expect(await findings()).toEqual(CLEAN);
  });
});

describe('the read model stays correct', () => {
  it('when a picture of a business gets a new description', async () => {
    const admin = await createAdmin();
    const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'laden.png');
    const { body } = await request<{ id: number }[]>('/upload', { body: form, token: admin.token });
    const id = body[0]?.id;
    await createBusiness({ logo: { image: id, alternativeText: 'Logo', credit: 'Muster' } });
    const described = new FormData();
    described.append('fileInfo', JSON.stringify({ alternativeText: 'Schild', caption: 'Abends' }));
    expect((await request(`/upload?id=${id}`, { body: described, token: admin.token })).status).toBe(200);
    expect(await findings()).toEqual(CLEAN);
  });

  it('when many writes are one batch', async () => {
    await inPublicationBatch(startedApp().strapi, async () => {
      for (let at = 0; at < 5; at += 1) {
        const made = await createBusiness({ name: `Stapel ${at}` });
        await createOffer(made, { kind: 'pickup' });
      }
    });
    expect(await findings()).toEqual(CLEAN);
  });

  it('when a document and something shown in it change at the same time', async () => {
    const shown = await createCategory({ name: 'Vorher' });
    const businesses = await Promise.all(
      [1, 2, 3].map(() => createBusiness({ categories: [shown.documentId] })),
    );
    await Promise.all([
      ...businesses.map(({ documentId }, at) => change(BUSINESS, documentId, { summary: `Neu ${at}` })),
      change(CATEGORY, shown.documentId, { name: 'Nachher' }),
      createBusiness({ categories: [shown.documentId] }),
      change(BUSINESS, businesses[0]?.documentId ?? '', { name: 'Anders' }),
    ]);
    expect(await findings()).toEqual(CLEAN);
  });

  it('when a language is removed in the settings, and when it comes back', async () => {
    const admin = await createAdmin();
    const locales = await request<{ id: number; code: string }[]>('/i18n/locales', { token: admin.token });
    const en = locales.body.find(({ code }) => code === 'en');
    const settled = () =>
      eventually(
        'the read model has followed',
        async () => maintenance().isClean(await maintenance().verify()),
        60_000,
      );
    await request(`/i18n/locales/${en?.id}`, { method: 'DELETE', token: admin.token });
    await settled();
    const body = { name: 'English', code: 'en', isDefault: false };
    await request('/i18n/locales', { body, token: admin.token });
    await settled();
  });
});

describe('every night', () => {
  const reach = async (): Promise<number> => {
    const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { until: Date }[] }>(
      'select min(until) as until from stadtverbund.opening_hours',
    );
    return new Date(rows[0]?.until ?? 0).getTime();
  };

  it('opening hours are extended by a day, and what nothing uses any more is removed', async () => {
    const { documentId } = await createBusiness({ hours: [{ service: 'on-site', rule: 'We 07:07-08:08' }] });
    await maintenance().night();
    const before = await reach();
    // Sixty days are promised; before the night there are still more than clients can ask for.
    expect(before - Date.now()).toBeGreaterThan(60 * DAY_MS);
    await change(BUSINESS, documentId, { hours: [] });
    await maintenance().night(new Date(Date.now() + DAY_MS));
    expect(Math.round(((await reach()) - before) / DAY_MS)).toBe(1);
    const left = await startedApp().strapi.db.connection.raw<{ rows: unknown[] }>(
      `select 1 from stadtverbund.opening_hours where rules::text like '%07:07%'`,
    );
    expect(left.rows).toEqual([]);
    // A span that ends before it begins can only be damage.
    await execute('update stadtverbund.opening_hours set until = since');
    await maintenance().night();
    expect(await findings()).toEqual(CLEAN);
  });
});

it('is rebuilt by one at a time: the second waits', async () => {
  const order: string[] = [];
  const rebuildAs = (name: string): Promise<number> => maintenance().rebuild(() => order.push(name));
  await Promise.all([rebuildAs('a'), rebuildAs('b')]);
  expect(order.join('')).toMatch(/^(a+b+|b+a+)$/);
});

describe('damage', () => {
  afterEach(() => maintenance().rebuild());

  it('is reported: a missing row, a surplus one, and one that differs', async () => {
    const [lost, changed] = [await createBusiness(), await createBusiness({ name: 'Richtig' })];
    await execute(`delete from stadtverbund.listing where document_id = ? and locale = 'de'`, [
      lost.documentId,
    ]);
    await execute(`update stadtverbund.listing set name = 'Falsch' where document_id = ? and locale = 'en'`, [
      changed.documentId,
    ]);
    await execute(
      `insert into stadtverbund.listing (document_id, locale, language, uid, type, slug, name, data, detail)
       values ('nobody', 'de', 'de', ?, 'business', 'nobody', 'Niemand', '{}', '{}')`,
      [BUSINESS],
    );
    const found = await findings();
    expect(found).toMatchObject({
      ...CLEAN,
      missing: [{ document_id: lost.documentId, locale: 'de', type: 'business' }],
      extra: [{ document_id: 'nobody', locale: 'de', type: 'business' }],
      different: [{ document_id: changed.documentId, locale: 'en', columns: ['name'] }],
    });
    expect(found.different[0]).toMatchObject({ stored: { name: 'Falsch' }, built: { name: 'Richtig' } });
    await maintenance().rebuild();
    expect(await findings()).toEqual(CLEAN);
  });

  it('is reported: missing hours and wrong hours', async () => {
    const { documentId } = await createBusiness({ hours: [{ service: 'pickup', rule: 'We 09:00-10:00' }] });
    await execute(`delete from stadtverbund.listing_hours where document_id = ? and service = 'pickup'`, [
      documentId,
    ]);
    await execute(
      `update stadtverbund.opening_hours set open = '{}' where rules::text like '%We 09:00-10:00%'`,
    );
    const found = await findings();
    expect(found.hours).toEqual([
      { document_id: documentId, service: 'pickup', extra: false, missing: true },
    ]);
    expect(found.wrongHours).toHaveLength(1);
  });

  it('is reported: missing words', async () => {
    await createBusiness({ name: 'Quendelmeier' });
    await execute(`delete from stadtverbund.listing_word where word = 'quendelmeier' and locale = 'de'`);
    expect((await findings()).missingWords).toEqual([
      { locale: 'de', word: 'quendelmeier', shown: 'Quendelmeier' },
    ]);
  });
});
