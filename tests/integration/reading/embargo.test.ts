import sharp from 'sharp';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { dayIn } from '#src/domain/period';
import { announceTimedChanges } from '#src/publication/timed/timed-changes';
import {
  createAdmin,
  createCityProfile,
  createContributor,
  createDocument,
  createPortal,
  feedEvents,
  graphql,
  readSnapshot,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { solvedChallenge } from '../../support/challenge';
import { rawRequest } from '../../support/raw-request';

const NOTICE = 'api::press-notice.press-notice';
const ZONE = 'Europe/Berlin';
const DAY_MS = 24 * 60 * 60 * 1000;

const day = (ahead: number): string => dayIn(ZONE, new Date(Date.now() + ahead * DAY_MS));

let token: string;
let count = 0;

/** A notice with a unique title, so that any answer containing the word has given it away. */
async function notice(publishedOn: string, attributes: Record<string, unknown> = {}) {
  count += 1;
  const word = `Geheimfest${String.fromCharCode(96 + count)}q`;
  const data = { title: `${word} im Rathaus`, teaser: `${word} kommt`, publishedOn, ...attributes };
  const stored = await createDocument(NOTICE, data);
  const english = {
    documentId: stored.documentId,
    locale: 'en',
    data: { title: `${word} (English)`, teaser: 'Soon' },
  };
  await documents().update(english as never);
  await documents().publish({ documentId: stored.documentId, locale: '*' } as never);
  return { ...stored, word, slug: String(stored['slug']) } as Stored & { word: string; slug: string };
}

const documents = () => startedApp().strapi.documents(NOTICE);

const publishOn = async (documentId: string, publishedOn: string): Promise<void> => {
  await documents().update({ documentId, locale: 'de', data: { publishedOn } } as never);
  await documents().publish({ documentId, locale: '*' } as never);
};

const sql = (text: string, values: Record<string, unknown>) =>
  startedApp().strapi.db.connection.raw(text, values as never);

/** Directly in the database, as if time had passed: its day is today, and the last check was yesterday. */
async function dayComes(documentId: string): Promise<void> {
  await sql('update press_notices set published_on = :day where document_id = :documentId', {
    day: day(0),
    documentId,
  });
  await sql('update stadtverbund.timed_changes set announced_until = :at', {
    at: new Date(Date.now() - DAY_MS),
  });
  await announceTimedChanges(startedApp().strapi, new Date());
}

const GRAPHQL_LIST = /* GraphQL */ `
  query ($slug: String) {
    pressNotices(filters: { slug: { eq: $slug } }) {
      title
    }
    pressNotices_connection(filters: { slug: { eq: $slug } }) {
      nodes {
        title
      }
      pageInfo {
        total
      }
    }
  }
`;

type Wanted = Awaited<ReturnType<typeof notice>>;

const held = async (path: string, { word }: Wanted): Promise<boolean> =>
  (await request(path)).text.includes(word);

/** Every way in which someone could read the notice; each returns whether it gave it away. */
const WAYS: readonly [string, (wanted: Wanted) => Promise<boolean>][] = [
  ['the list', (n) => held('/api/press-notices?pagination[pageSize]=100&sort=publishedOn:desc', n)],
  ['the list in English', (n) => held('/api/press-notices?locale=en&pagination[pageSize]=100', n)],
  ['one by id', (n) => held(`/api/press-notices/${n.documentId}`, n)],
  ['one in English', (n) => held(`/api/press-notices/${n.documentId}?locale=en`, n)],
  ['one, populated', (n) => held(`/api/press-notices/${n.documentId}?populate=*`, n)],
  ['a filter by slug', (n) => held(`/api/press-notices?filters[slug][$eq]=${n.slug}`, n)],
  [
    'the number of a filtered list',
    async (n) =>
      (
        await request<{ meta: { pagination: { total: number } } }>(
          `/api/press-notices?filters[title][$contains]=${n.word}`,
        )
      ).body.meta.pagination.total > 0,
  ],
  ['RSS', (n) => held('/api/press-notices/feed.rss', n)],
  ['the JSON Feed', (n) => held('/api/press-notices/feed.json', n)],
  ['the JSON Feed in English', (n) => held('/api/press-notices/feed.json?locale=en', n)],
  [
    'GraphQL lists',
    async (n) => {
      const answer = await graphql<{
        pressNotices_connection: { nodes: unknown[]; pageInfo: { total: number } };
      }>(GRAPHQL_LIST, { slug: n.slug });
      const { nodes, pageInfo } = answer.body.data?.pressNotices_connection ?? {
        nodes: [],
        pageInfo: { total: 0 },
      };
      return answer.text.includes(n.word) || nodes.length + pageInfo.total > 0;
    },
  ],
  [
    'GraphQL by id',
    async (n) =>
      (
        await graphql('query ($id: ID!) { pressNotice(documentId: $id) { title } }', { id: n.documentId })
      ).text.includes(n.word),
  ],
  [
    'GraphQL directory search',
    async (n) =>
      (
        await graphql('query ($q: String) { directorySearch(q: $q) { data { name } } }', { q: n.word })
      ).text.includes(`${n.word} im Rathaus`),
  ],
  [
    'search',
    async (n) => (await request(`/api/directory/search?q=${n.word}`)).text.includes(`${n.word} im Rathaus`),
  ],
  ['suggestions', (n) => held(`/api/directory/suggest?q=${n.word.slice(0, 9)}`, n)],
  ['the page of the listing', (n) => held(`/api/directory/listings/press-notice/${n.slug}`, n)],
  ['the page of the listing by id', (n) => held(`/api/directory/listings/press-notice/${n.documentId}`, n)],
  ['CSV', (n) => held('/api/directory/search.csv?type=press-notice', n)],
  [
    'the feed of portals',
    async ({ documentId }) => (await feedEvents({ documentId })).at(-1)?.type.endsWith('published') === true,
  ],
  [
    'the snapshot of portals',
    async ({ documentId }) =>
      (await readSnapshot(token)).events.some(
        ({ data, type }) => data.id === documentId && type.endsWith('.published'),
      ),
  ],
  [
    'the form for reports',
    async ({ documentId }) =>
      (
        await request('/api/reports', {
          method: 'POST',
          body: {
            contentType: 'press-notice',
            documentId,
            message: 'Stimmt nicht.',
            altcha: await solvedChallenge(),
          },
        })
      ).status < 300,
  ],
];

/** The ways that show a notice. */
async function shownBy(wanted: Wanted): Promise<string[]> {
  const shown: string[] = [];
  for (const [way, gives] of WAYS) if (await gives(wanted)) shown.push(way);
  return shown;
}

const ALL_WAYS = WAYS.map(([way]) => way);

const eventsOf = async ({ documentId }: Stored): Promise<string[]> =>
  (await feedEvents({ documentId })).map(({ type }) => type);

beforeAll(async () => {
  await createCityProfile();
  ({ token } = await createPortal());
});

it('a notice is not public anywhere before its day, and everywhere from then on', async () => {
  const wanted = await notice(day(2));
  expect(await shownBy(wanted)).toEqual([]);
  expect(await eventsOf(wanted)).toEqual([]);
  await dayComes(wanted.documentId);
  expect(await shownBy(wanted)).toEqual(ALL_WAYS);
});

it('the feed announces it once, however often the clock is checked', async () => {
  const wanted = await notice(day(2));
  await dayComes(wanted.documentId);
  await announceTimedChanges(startedApp().strapi, new Date());
  await announceTimedChanges(startedApp().strapi, new Date());
  expect(await eventsOf(wanted)).toEqual(['press-notice.published']);
});

it('its first publication is on its day, not at the click', async () => {
  const { documentId } = await notice(day(2));
  const first = async (): Promise<number> =>
    (
      (await sql(`select at from stadtverbund.first_publication where document_id = :documentId`, {
        documentId,
      })) as { rows: unknown[] }
    ).rows.length;
  expect(await first()).toBe(0);
  await dayComes(documentId);
  expect(await first()).toBe(1);
});

it('a later day hides it from the public, an earlier one shows it immediately', async () => {
  const wanted = await notice(day(0));
  expect(await shownBy(wanted)).toEqual(ALL_WAYS);
  const before = (await eventsOf(wanted)).length;
  await publishOn(wanted.documentId, day(3));
  expect(await shownBy(wanted)).toEqual([]);
  await publishOn(wanted.documentId, day(-1));
  expect(await shownBy(wanted)).toEqual(ALL_WAYS);
  const later = (await eventsOf(wanted)).slice(before);
  expect(later).toEqual(['press-notice.removed', 'press-notice.published']);
});

it('one that was unpublished before its day never appears', async () => {
  const wanted = await notice(day(2));
  await documents().unpublish({ documentId: wanted.documentId, locale: '*' } as never);
  await dayComes(wanted.documentId);
  expect(await shownBy(wanted)).toEqual([]);
  expect(await eventsOf(wanted)).toEqual([]);
});

it('one that is archived before its day appears on that day, as archived', async () => {
  const wanted = await notice(day(2));
  await documents().update({
    documentId: wanted.documentId,
    locale: 'de',
    data: { archivedAt: '2026-01-01T00:00:00.000Z' },
  } as never);
  await documents().publish({ documentId: wanted.documentId, locale: '*' } as never);
  expect(await shownBy(wanted)).toEqual([]);
  await dayComes(wanted.documentId);
  expect(await shownBy(wanted)).toEqual(ALL_WAYS);
});

it('the day begins in the time zone of the city', async () => {
  const zoneWhereTomorrowHasBegun = 'Pacific/Kiritimati';
  const ahead = dayIn(zoneWhereTomorrowHasBegun, new Date());
  await createCityProfile({ timeZone: 'Pacific/Niue' });
  const wanted = await notice(ahead);
  expect(await shownBy(wanted)).toEqual([]);
  await createCityProfile({ timeZone: zoneWhereTomorrowHasBegun });
  await publishOn(wanted.documentId, ahead);
  expect(await shownBy(wanted)).toEqual(ALL_WAYS);
  await createCityProfile();
});

describe('its pictures', () => {
  interface Picture {
    id: number;
    name: string;
    url: string;
    formats: Record<string, { url: string }>;
  }

  let editor: string;
  let contributor: string;
  beforeAll(async () => {
    editor = (await createAdmin({ role: EDITORIAL_ROLE })).token;
    contributor = (await createContributor()).token;
  });

  async function upload(path: string, token: string): Promise<Picture> {
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: 'navy' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'Plan.png');
    const { body, text } = await request<Picture[] | { data: Picture[] }>(path, { token, body: form });
    const [picture] = Array.isArray(body) ? body : (body.data ?? []);
    if (!picture) throw new Error(text);
    return picture;
  }

  const pathOf = (url: string): string => new URL(url, startedApp().url).pathname;

  /** The status everyone gets by the plain address, in every size. */
  async function statusOf({ url, formats }: Picture): Promise<number[]> {
    const all: string[] = [url, ...Object.values(formats).map((format) => format.url)];
    const statuses = await Promise.all(all.map(async (one) => (await rawRequest(pathOf(one))).status));
    return [...new Set(statuses)];
  }

  const inText = ({ url, name }: Picture) => ({
    body: [
      {
        type: 'image',
        // As stored by the blocks editor.
        image: {
          ...{ url: pathOf(url), name, hash: 'plan', ext: '.png', mime: 'image/png', size: 9 },
          ...{ width: 9, height: 9, provider: 'local' },
          ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z' },
        },
        children: [{ type: 'text', text: '' }],
      },
    ],
  });
  const attached = ({ id }: Picture) => ({ attachments: [id] });

  it.each([
    ['an editor, attached', () => upload('/upload', editor), attached],
    ['an editor, in the text', () => upload('/upload', editor), inText],
    ['a contributor, attached', () => upload('/api/my/uploads', contributor), attached],
    ['a contributor, in the text', () => upload('/api/my/uploads', contributor), inText],
  ])('by %s, are 404 before its day, and available from then on', async (_who, brought, shown) => {
    const picture = await brought();
    const { documentId } = await notice(day(2), shown(picture));
    expect(await statusOf(picture)).toEqual([404]);
    expect((await rawRequest(pathOf(picture.url))).headers['cache-control']).toBe('no-store');
    await dayComes(documentId);
    expect(await statusOf(picture)).toEqual([200]);
  });

  it('are 404 while it is a draft, too, but shown to editors', async () => {
    const picture = await upload('/upload', editor);
    const data = { title: 'Entwurf', teaser: 'Kurz', publishedOn: day(2), ...attached(picture) };
    await createDocument(NOTICE, data, { published: false });
    expect(await statusOf(picture)).toEqual([404]);
    const { body } = await request<Picture>(`/upload/files/${picture.id}`, { token: editor });
    for (const { url } of [body, ...Object.values(body.formats)])
      expect((await rawRequest(url)).status).toBe(200);
  });

  it('that something public already shows stay public', async () => {
    const picture = await upload('/upload', editor);
    await notice(day(0), attached(picture));
    await notice(day(2), attached(picture));
    expect(await statusOf(picture)).toEqual([200]);
  });
});
