import { join } from 'node:path';
import { onPublicChanges, type PublicChange } from '#src/publication/index';
import { CategoryDirectory } from '#src/import/category-directory';
import { readCity } from '#src/import/city';
import type { BusinessRecord } from '#src/import/domain/record';
import { runImport } from '#src/import/run-import';
import { writeBusiness, type WriteContext } from '#src/import/write-business';
import { writeNewBusinesses } from '#src/import/write-new-businesses';
import { inSavepoint } from '#src/platform/sql/savepoint';
import {
  createAdmin,
  createCityProfile,
  createDocument,
  dumpContent,
  inWords,
  listenToAnnouncements,
  request,
  startedApp,
} from '../../support';

const DATA = join(__dirname, '../../../data');

// Tables that the listeners of a publication write.
const KEPT = ['stadtverbund.feed_event', 'stadtverbund.listing', 'stadtverbund.listing_hours'];

const CATEGORIES = ['shop/bakery', 'amenity/cafe', 'amenity/restaurant', 'shop/books', 'craft/carpenter'];

let picture = 0;

/** A record with more or fewer of all possible parts. */
function record(at: number): BusinessRecord {
  const every = (n: number): boolean => at % n === 0;
  return {
    type: 'business',
    source: { system: 'probe', externalId: `n${at}` },
    // Repeated names, and one without any word.
    name: every(4) ? 'Bäckerei Grün' : every(7) ? '???' : `Laden ${at}`,
    ...(every(2) ? { summary: { de: `Kurz ${at}`, ...(every(4) ? { en: `Short ${at}` } : {}) } } : {}),
    ...(every(3) ? { description: { en: `Only English ${at}` } } : {}),
    categories: [CATEGORIES[at % CATEGORIES.length] ?? '', ...(every(3) ? ['shop/books'] : [])],
    ...(every(2) ? { district: 'Hombruch' } : {}),
    ...(every(5)
      ? {}
      : {
          address: {
            street: 'Betenstraße',
            houseNumber: String(at + 1),
            postcode: '44137',
            place: 'Dortmund',
          },
        }),
    location: { latitude: 51.51 + at / 10_000, longitude: 7.46 },
    ...(every(2)
      ? {
          contact: {
            phone: '0231 445982',
            website: 'www.example.org',
            socialLinks: [
              { network: 'instagram', url: 'https://instagram.com/laden' },
              { network: 'facebook', url: 'facebook.com/laden' },
            ],
          },
        }
      : {}),
    hours: every(3)
      ? []
      : [
          { service: 'on-site', rule: 'Mo-Fr 08:00-18:00; PH off', note: { de: 'Klingeln', en: 'Ring' } },
          { service: 'delivery', rule: 'Fr-Sa 11:00-15:00', validThrough: '2099-12-31' },
        ],
    ...(every(2) ? { sizeClass: 'micro' } : {}),
    chain: every(9),
    ...(every(6)
      ? {
          photos: [
            {
              image: picture,
              alternativeText: { de: 'Laden', en: 'Shop' },
              caption: { de: 'Abends' },
              credit: 'Muster',
            },
            { image: picture, alternativeText: { de: 'Tür' }, credit: 'Muster' },
          ],
        }
      : {}),
    attribution: { text: '© OpenStreetMap', licenceUrl: 'https://www.openstreetmap.org/copyright' },
    ...(every(2) ? { lastConfirmedAt: '2026-01-02T03:04:05.000Z' } : {}),
    offers: every(3)
      ? [
          { kind: 'delivery', title: { de: 'Lieferung', en: 'Delivery' }, price: 500 },
          {
            kind: 'pickup',
            title: { de: 'Abholung' },
            validThrough: '2099-12-31',
            url: 'www.example.org/abholen',
          },
        ]
      : [],
    ...(every(5)
      ? {
          campaigns: [
            {
              kind: 'support',
              title: { de: 'Hilfe', en: 'Help' },
              story: { de: 'Wir brauchen Hilfe.', en: 'We need help.' },
              startsAt: '2026-01-01T00:00:00.000Z',
              rewards: [{ title: { de: 'Gutschein', en: 'Voucher' }, minimumAmount: 1000, quantity: 5 }],
            },
          ],
        }
      : {}),
  };
}

const REFUSED: Partial<BusinessRecord>[] = [
  { contact: { phone: 'keine Nummer' } },
  { categories: ['shop/nothing-of-the-kind'] },
  { offers: [{ kind: 'delivery', title: { de: 'Lieferung' }, price: -1 }] },
  { campaigns: [{ kind: 'support', title: { de: 'Ohne Beginn' } }] },
  { hours: [{ service: 'on-site', rule: 'immer wenn Licht brennt' }] },
];

const records = (): BusinessRecord[] => {
  const good = Array.from({ length: 16 }, (_, at) => record(at));
  const bad = REFUSED.map((part, at) => ({ ...record(100 + at), ...part, name: `Schlecht ${at}` }));
  // Among the good ones; a new category only for a refused one.
  return [
    ...good.slice(0, 7),
    ...bad.slice(0, 3),
    ...good.slice(7),
    ...bad.slice(3),
    {
      ...record(200),
      name: 'Schlecht 200',
      categories: ['shop/florist'],
      contact: { phone: 'x' },
    },
  ];
};

const context = async (): Promise<WriteContext> => {
  const { strapi } = startedApp();
  return { strapi, city: await readCity(strapi), categories: await CategoryDirectory.open(strapi, DATA) };
};

/** What would be in the database after `work`, and what was announced; everything is rolled back. */
async function outcomeOf(work: () => Promise<unknown>): Promise<{ lines: string[]; changes: string[] }> {
  let lines: string[] = [];
  let told: readonly PublicChange[] = [];
  const stop = onPublicChanges(startedApp().strapi, async (changes) => {
    told = changes;
    lines = await dumpContent(KEPT);
    throw new Error('and back');
  });
  try {
    await expect(startedApp().strapi.db.transaction(work)).rejects.toThrow('and back');
  } finally {
    stop();
  }
  return {
    lines,
    changes: inWords(told)
      .map((line) => line.replace(/ [a-z0-9]{24} /, ' '))
      .sort(),
  };
}

beforeAll(async () => {
  await createCityProfile();
  await createDocument('api::district.district', { name: 'Hombruch' }, { published: false });
  const { token } = await createAdmin();
  const form = new FormData();
  form.append('files', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'bild.pdf');
  const { body } = await request<{ id: number }[]>('/upload', { body: form, token });
  picture = body[0]?.id ?? 0;
});

it('writes in bulk what the document service writes one by one', async () => {
  const slow = await outcomeOf(async () => {
    const one = await context();
    for (const each of records()) {
      try {
        await inSavepoint(one.strapi, () => writeBusiness(one, each, undefined));
        one.categories.hold();
      } catch (thrown) {
        if (!each.name.includes('Schlecht')) throw thrown;
        expect(thrown).toMatchObject({ name: 'ValidationError' });
        one.categories.drop();
      }
    }
  });
  const fast = await outcomeOf(async () => {
    await writeNewBusinesses(await context(), records());
  });
  expect(fast.changes).toEqual(slow.changes);
  expect(fast.lines.length).toBeGreaterThan(500);
  for (const table of KEPT) expect(fast.lines.some((line) => line.startsWith(`${table} `))).toBe(true);
  expect(fast.lines).toEqual(slow.lines);
  // Two dozen records one by one, with everything that depends on a publication.
}, 180_000);

describe('the import in batches', () => {
  const importing = (source: readonly BusinessRecord[], dryRun = false) =>
    runImport(
      startedApp().strapi,
      'business',
      source.map((each) => ({ ok: true, record: each, notes: [] })),
      { dataDir: DATA, dryRun },
    );
  const named = (name: string, at: number, part: Partial<BusinessRecord> = {}): BusinessRecord => ({
    ...record(at),
    source: { system: name, externalId: `n${at}` },
    name: `${name} ${at}`,
    ...part,
  });
  const stored = (name: string): Promise<number> =>
    startedApp()
      .strapi.db.query('api::business.business')
      .count({ where: { name: { $startsWith: name }, locale: 'de', publishedAt: { $notNull: true } } });

  it('announces a batch once, and reports each refused record separately', async () => {
    const announcements = listenToAnnouncements();
    const source = [named('Stapel', 1), named('Stapel', 2, { contact: { phone: 'x' } }), named('Stapel', 4)];
    let statuses: string[] = [];
    const heard = await announcements.during(async () => {
      statuses = (await importing(source)).records.map(({ status, name }) => `${name}: ${status}`);
    });
    announcements.stop();
    expect(statuses).toEqual(['Stapel 1: created', 'Stapel 2: rejected', 'Stapel 4: created']);
    expect(heard).toHaveLength(1);
    expect(await stored('Stapel')).toBe(2);
  });

  it('continues one by one if a batch cannot be written', async () => {
    const stop = onPublicChanges(startedApp().strapi, (changes) =>
      changes.filter(({ type }) => type === 'api::business.business').length > 1
        ? Promise.reject(new Error('too many at once'))
        : Promise.resolve(),
    );
    const { totals } = await importing([named('Einzeln', 1), named('Einzeln', 2)]);
    stop();
    expect(totals).toMatchObject({ created: 2, rejected: 0 });
    expect(await stored('Einzeln')).toBe(2);
  });

  it('leaves nothing of a dry run', async () => {
    expect((await importing([named('Probe', 1), named('Probe', 2)], true)).totals.created).toBe(2);
    expect(await stored('Probe')).toBe(0);
  });
});
