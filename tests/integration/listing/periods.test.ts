/** @jest-environment-options {"extraApi": "tests/fixtures/periods-api"} */
import sharp from 'sharp';
import { installTypeIndexes } from '#src/bootstrap/type-indexes';
import { announceTimedChanges } from '#src/publication/timed/timed-changes';
import { nextChangeStatement } from '#src/response-cache/next-change.sql';
import { deskStates } from '#src/plugins/moderation/server/src/services/desk-states';
import { dayIn } from '#src/domain/period';
import {
  createAdmin,
  createCityProfile,
  createDocument,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { rawRequest } from '../../support/raw-request';

const EVENT = 'api::event.event';
const TOUR = 'api::tour.tour';
const HOUR_MS = 60 * 60_000;
const ZONE = 'Europe/Berlin';

const hence = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

const event = (title: string, attributes: Record<string, unknown> = {}): Promise<Stored> =>
  createDocument(EVENT, { title, ...attributes });

const sql = async <Row>(text: string, values: Record<string, unknown> = {}): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(text, values as never)).rows;

/** Below everything, as the clock would: a moment that was ahead has come, and nobody has looked for a day. */
async function comes(column: string, { documentId }: Stored): Promise<void> {
  await sql(`update events set ${column} = :at where document_id = :documentId`, {
    at: new Date(Date.now() - 60_000),
    documentId,
  });
  await sql('update stadtverbund.timed_changes set announced_until = :at', {
    at: new Date(Date.now() - 24 * HOUR_MS),
  });
  await announceTimedChanges(startedApp().strapi, new Date());
}

beforeAll(() => createCityProfile());

describe('what a public document shows', () => {
  interface Shown {
    data: { best: { title: string } | null; stops: { title: string }[] };
  }
  const titles = ({ data: { best, stops } }: Shown) => ({
    best: best?.title ?? null,
    stops: stops.map(({ title }) => title).sort(),
  });

  /** The same by REST and by the directory's page. */
  async function shownBy({ documentId }: Stored) {
    const page = await request<Shown>(`/api/directory/listings/tour/${documentId}`);
    const rest = await request<Shown>(`/api/tours/${documentId}?populate=*`);
    expect(titles(page.body)).toEqual(titles(rest.body));
    return titles(page.body);
  }

  it('is only what the public sees itself: not before its moment, nor after its end', async () => {
    const stops = [
      await event('Jetzt', { shownFrom: hence(-1), endsAt: hence(1) }),
      await event('Geheim', { shownFrom: hence(1) }),
      await event('Vorbei', { shownFrom: hence(-2), endsAt: hence(1) }),
    ] as const;
    const [, waiting, ending] = stops;
    const tour = await createDocument(TOUR, {
      title: 'Rundgang',
      best: waiting.documentId,
      stops: stops.map(({ documentId }) => documentId),
    });
    expect(await shownBy(tour)).toEqual({ best: null, stops: ['Jetzt', 'Vorbei'] });
    const [hit] = (await request<{ data: object[] }>('/api/directory/search?q=Rundgang')).body.data;
    expect(hit).toMatchObject({ name: 'Rundgang' });
    expect(JSON.stringify(hit)).not.toContain('Geheim');

    await comes('ends_at', ending);
    expect(await shownBy(tour)).toEqual({ best: null, stops: ['Jetzt'] });
    await comes('shown_from', waiting);
    expect(await shownBy(tour)).toEqual({ best: 'Geheim', stops: ['Geheim', 'Jetzt'] });
  });
});

describe('a moment before which the public sees nothing', () => {
  interface Picture {
    id: number;
    url: string;
  }

  async function picture(): Promise<Picture> {
    const { token } = await createAdmin();
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)]), 'plakat.png');
    const { body, text } = await request<Picture[]>('/upload', { token, body: form });
    const [made] = body;
    if (!made) throw new Error(text);
    return made;
  }

  const statusOf = async ({ url }: Picture): Promise<number> =>
    (await rawRequest(new URL(url, startedApp().url).pathname)).status;

  const showing = ({ id }: Picture, attributes: Record<string, unknown>): Promise<Stored> =>
    event('Mit Bild', {
      ...attributes,
      pictures: [{ image: id, alternativeText: 'Ein Plakat', credit: 'Stadt' }],
    });

  it('hides its pictures until then, to the minute', async () => {
    const [early, late] = [await picture(), await picture()];
    await showing(early, { shownFrom: hence(-0.1) });
    const waiting = await showing(late, { shownFrom: hence(0.1) });
    expect([await statusOf(early), await statusOf(late)]).toEqual([200, 404]);
    await comes('shown_from', waiting);
    expect(await statusOf(late)).toBe(200);
  });

  it('is a day to the desk, as long as it lies ahead', async () => {
    const [past, ahead] = [
      await event('Da', { shownFrom: hence(-0.1) }),
      await event('Bald', { shownFrom: hence(30) }),
    ];
    const states = await deskStates(startedApp().strapi, EVENT, [past.documentId, ahead.documentId]);
    expect([...states]).toEqual([
      [ahead.documentId, { kind: 'waiting', from: dayIn(ZONE, new Date(hence(30))) }],
    ]);
  });

  it('is the first publication, and no other moment of the document is', async () => {
    const waiting = await event('Noch nicht', { shownFrom: hence(1), startsOn: '2099-01-01' });
    const firsts = () =>
      sql('select at from stadtverbund.first_publication where document_id = :id', {
        id: waiting.documentId,
      });
    await sql('update events set starts_on = :day where document_id = :id', {
      day: dayIn(ZONE, new Date()),
      id: waiting.documentId,
    });
    await sql('update stadtverbund.timed_changes set announced_until = :at', {
      at: new Date(Date.now() - 24 * HOUR_MS),
    });
    await announceTimedChanges(startedApp().strapi, new Date());
    expect(await firsts()).toEqual([]);
    await comes('shown_from', waiting);
    expect(await firsts()).toHaveLength(1);
  });
});

it('every attribute of a period is a moment at which kept answers end, whatever its kind', () => {
  const { columns, text } = nextChangeStatement(startedApp().strapi);
  const kinds = columns.map(([name, kind]) => {
    const [, column, table] =
      new RegExp(`min\\("(\\w+)"\\)(?:::text)? from "(\\w+)"\\s[^)]*\\) as ${name}\\b`).exec(text) ?? [];
    return `${table}.${column} ${kind}`;
  });
  expect(kinds).toEqual(
    expect.arrayContaining([
      'events.shown_from moment',
      'events.starts_on first-day',
      'events.ends_at moment',
      'closures.begins moment',
      'closures.ends last-day',
      'offers.valid_from first-day',
    ]),
  );
});

describe('the indexes of a type', () => {
  const indexes = async (table: string): Promise<string[]> =>
    (
      await sql<{ definition: string }>(
        `select indexdef as definition from pg_indexes where tablename = :table and indexname like 'sv\\_%' order by 1`,
        { table },
      )
    ).map(({ definition }) => definition.replace(/^CREATE INDEX (\w+) ON public\.\w+ USING btree /, '$1 '));

  it('are named after the columns of its period, and hold what is public', async () => {
    expect(await indexes('events')).toEqual([
      'sv_events_by_ends_at (ends_at) WHERE (published_at IS NOT NULL)',
      'sv_events_by_shown_from (shown_from) WHERE (published_at IS NOT NULL)',
      'sv_events_by_starts_on (starts_on) WHERE (published_at IS NOT NULL)',
      'sv_events_listed (locale, document_id) WHERE (published_at IS NOT NULL)',
      'sv_events_named (locale, title, document_id) WHERE (published_at IS NOT NULL)',
    ]);
  });

  it('are there for a type without draft and publish as well', async () => {
    expect(await indexes('closures')).toEqual([
      'sv_closures_by_begins_all (begins)',
      'sv_closures_by_ends_all (ends)',
      'sv_closures_listed_all (locale, document_id)',
      'sv_closures_named_all (locale, title, document_id)',
    ]);
  });

  it('stay while somebody reads the table: the start waits for nobody', async () => {
    const { db } = startedApp().strapi;
    await sql('create index sv_events_starting on events (starts_on)');
    await db.connection.transaction(async (dump) => {
      await dump.raw('lock table events in access share mode');
      await installTypeIndexes(startedApp().strapi);
      expect(await indexes('events')).toContain('sv_events_starting (starts_on)');
    });
    await installTypeIndexes(startedApp().strapi);
    expect(await indexes('events')).not.toContain('sv_events_starting (starts_on)');
  });

  it('go when the type has no use for them any more, and no other goes with them', async () => {
    const before = await indexes('events');
    await sql('create index sv_events_ending on events (ends_at)');
    await sql('create index sv_events_by_title on events (title)');
    await sql('create index sv_events_of_somebody on events (title)');
    await installTypeIndexes(startedApp().strapi);
    expect(await indexes('events')).toEqual([...before, 'sv_events_of_somebody (title)'].sort());
    await sql('drop index sv_events_of_somebody');
  });
});
