import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Client } from 'pg';
import { compact } from '#src/plugins/portal-feed/server/src/services/compaction';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  createPortal,
  editorActor,
  foldEvents,
  lastSequence,
  moderation,
  publicOf,
  pull,
  pullAll,
  readSnapshot,
  startedApp,
  type ReadEvent,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';

beforeAll(() => createCityProfile());

/** Random numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Ended {
  finished: boolean;
}

/** Follows the feed by long poll until the writers are done and nothing is left. */
async function follow(token: string, writers: Ended, from?: string): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for (let cursor = from; ;) {
    const { finished } = writers;
    const { status, body } = await pull(token, {
      wait: finished ? '0' : '1',
      limit: '50',
      ...(cursor ? { after: cursor } : {}),
    });
    if (status !== 200) throw new Error(`The feed answered ${status}.`);
    events.push(...body.data);
    ({ cursor } = body.meta);
    if (finished && body.data.length === 0 && !body.meta.more) return events;
  }
}

const INSERT = `insert into stadtverbund.feed_event (uid, document_id, type, data, facts, prior)
  values ('api::business.business', $1, 'business.published', $2, '{"categories":[],"district":null,"postcode":null,"point":null,"locales":["de"]}', '[]')`;

/** A writer below Strapi: transactions of one to three events that stay open for a while and commit out of order. */
async function write(name: string, seed: number, transactions: number): Promise<Map<string, number>> {
  const client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
  const draw = seeded(seed);
  const last = new Map<string, number>();
  try {
    for (let count = 0; count < transactions; count += 1) {
      const documents = new Set(
        Array.from({ length: 1 + Math.floor(draw() * 3) }, () => `raw-${name}-${Math.floor(draw() * 5)}`),
      );
      await client.query('begin');
      for (const id of documents) {
        const data = {
          url: 'https://stadt.example/',
          locales: ['de'],
          listing: { '@type': 'Thing', name: String(count) },
        };
        await client.query(INSERT, [id, JSON.stringify(data)]);
        if (draw() < 0.5) await sleep(draw() * 15);
      }
      const isKept = draw() < 0.85;
      await client.query(isKept ? 'commit' : 'rollback');
      if (isKept) for (const id of documents) last.set(id, count);
    }
  } finally {
    await client.end();
  }
  return last;
}

const namesOf = (known: ReadonlyMap<string, Record<string, unknown>>): Map<string, number> =>
  new Map([...known].filter(([id]) => id.startsWith('raw-')).map(([id, { name }]) => [id, Number(name)]));

let runs = 0;

/** Eight writers, two readers that follow, and snapshots taken in between. */
async function writeAndRead(seeds: readonly number[]): Promise<void> {
  runs += 1;
  const { token } = await createPortal();
  const start = (await pullAll(token)).cursor;
  const writers: Ended = { finished: false };
  const readers = [follow(token, writers, start), follow(token, writers, start)];
  const names = seeds.map((_seed, index) => `${runs}-${index}`);
  const written = Promise.all(seeds.map((seed, index) => write(names[index] ?? '', seed, 20)));
  const snapshots: { events: ReadEvent[]; cursor: string }[] = [];
  for (let count = 0; count < 3; count += 1) {
    await sleep(50);
    snapshots.push(await readSnapshot(token));
  }
  const truth = new Map((await written).flatMap((last) => [...last]));
  writers.finished = true;
  for (const events of await Promise.all(readers)) {
    expect(namesOf(publicOf(foldEvents(events)))).toEqual(truth);
    const numbers = events.map(({ data }) => data.sequence);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(events.length).toBeGreaterThan(100);
  }
  for (const { events, cursor } of snapshots) {
    const known = namesOf(publicOf(foldEvents([...events, ...(await pullAll(token, cursor)).events])));
    for (const [id, name] of truth) expect([id, known.get(id)]).toEqual([id, name]);
  }
}

it('with eight writers that commit out of order, neither readers nor those who begin with a snapshot lose an event', async () => {
  const eight = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
  // A failure shows what was drawn; a smaller case would not be easier to read.
  await fc.assert(fc.asyncProperty(eight, writeAndRead), { numRuns: 3, endOnFailure: true });
}, 60_000);

const documents = () => startedApp().strapi.documents(BUSINESS);

/** What an editor does with a business next. */
async function act(draw: () => number, { documentId }: Stored, hidden: Set<string>): Promise<void> {
  if (hidden.has(documentId)) {
    await moderation().perform({ uid: BUSINESS, documentId, action: 'reinstate', actor: editorActor() });
    hidden.delete(documentId);
  } else if (draw() < 0.35) {
    await documents().unpublish({ documentId, locale: '*' });
    hidden.add(documentId);
  } else {
    await documents().update({
      documentId,
      locale: 'de',
      data: { summary: `Stand ${Math.floor(draw() * 1e6)}` },
    });
    await documents().publish({ documentId, locale: 'de' });
  }
}

it('under concurrent editors, a renamed category and compaction every reader ends with the public state', async () => {
  const category = await createCategory({ name: 'Anfang' });
  const businesses: Stored[] = [];
  const offers: Stored[] = [];
  for (let count = 0; count < 6; count += 1) {
    const business = await createBusiness({ syndicationConsent: true, categories: [category.documentId] });
    businesses.push(business);
    offers.push(await createOffer(business));
  }
  const reader = await createPortal({ categories: [String(category.slug)] });
  const writers: Ended = { finished: false };
  const following = follow(reader.token, writers);
  const hidden = new Set<string>();
  const editors = businesses.map(async (business, index) => {
    const draw = seeded(100 + index);
    for (let count = 0; count < 5; count += 1) await act(draw, business, hidden);
  });
  const renaming = (async () => {
    for (let count = 0; count < 4; count += 1) {
      await startedApp()
        .strapi.documents('api::category.category')
        .update({ documentId: category.documentId, locale: 'de', data: { name: `Umbenannt ${count}` } });
      // As if two days had passed: what was replaced a moment ago is removed.
      await compact(startedApp().strapi, new Date(Date.now() + 2 * 86_400_000));
    }
  })();
  const middle = await readSnapshot(reader.token);
  await Promise.all([...editors, renaming]);
  writers.finished = true;
  const shown = publicOf(foldEvents(await following));
  const expected = businesses.flatMap(({ documentId }, index) =>
    hidden.has(documentId) ? [] : [documentId, String(offers[index]?.documentId)],
  );
  expect([...shown.keys()].sort()).toEqual(expected.sort());
  for (const { documentId } of businesses.filter((business) => !hidden.has(business.documentId))) {
    const stored = (await documents().findOne({ documentId, locale: 'de', status: 'published' })) as Stored;
    expect(shown.get(documentId)).toMatchObject({
      disambiguatingDescription: { de: stored.summary },
      keywords: { de: ['Umbenannt 3'] },
    });
  }
  const later = await pullAll(reader.token, middle.cursor);
  expect(publicOf(foldEvents([...middle.events, ...later.events]))).toEqual(shown);
  expect(publicOf(foldEvents((await readSnapshot(reader.token)).events))).toEqual(shown);
  expect(await lastSequence()).toBeGreaterThan(0);
}, 60_000);
