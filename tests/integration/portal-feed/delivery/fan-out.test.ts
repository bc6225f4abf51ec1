/** @jest-environment-options {"boot": false} */
import { fanOutPage } from '#src/plugins/portal-feed/server/src/delivery/fan-out';
import {
  createClaimer,
  fanOutAndClaim,
  type Claimed,
} from '#src/plugins/portal-feed/server/src/delivery/store/claim';
import { openStore, type Store } from '#src/plugins/portal-feed/server/src/delivery/store/pool';
import {
  createRecorder,
  type AttemptRecord,
} from '#src/plugins/portal-feed/server/src/delivery/store/record';
import { databaseUrl, onDatabase, testClusterUrl } from '#tests/support/test-cluster';
import { TEMPLATE_DATABASE } from '#tests/support/test-run';

const DATABASE = 'suite_feed_fan_out';
const EVERYTHING = {
  types: ['business'],
  categories: [],
  districts: [],
  postcodes: [],
  boundingBox: null,
  locales: [],
};
const FACTS = { categories: [], district: null, postcode: null, point: null, locales: ['de'] };

let stores: [Store, Store];

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
  const open = (): Store =>
    openStore(databaseUrl(DATABASE), (error) => {
      throw error;
    });
  stores = [open(), open()];
});

beforeEach(async () => {
  const { query } = stores[0];
  await query(`truncate stadtverbund.feed_delivery, stadtverbund.feed_health cascade`);
  await query(`delete from public.portal_feed_portals`);
  await query(`update stadtverbund.feed_fanout
    set seq = (select coalesce(max(seq), 0) from stadtverbund.feed_event)`);
});

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`);
});

async function portal(id: string, state = 'active'): Promise<void> {
  await stores[0].query(
    `insert into public.portal_feed_portals
       (document_id, name, contact_email, target_url, state, filter, filter_version, resumes_from, token_hash, secret)
     values ($1, $1, 'portal@example.org', 'https://portal.example', $2, $3, 1, 1, $1, 'encrypted')`,
    [id, state, EVERYTHING],
  );
}

async function event(documentId: string): Promise<void> {
  await stores[0].query(
    `insert into stadtverbund.feed_event (uid, document_id, type, data, facts, prior)
     values ('api::business.business', $1, 'business.published', $2, $3, '[]')`,
    [documentId, { url: 'https://city.example', locales: ['de'], listing: { name: documentId } }, FACTS],
  );
}

const events = async (howMany: number, name = 'document'): Promise<void> => {
  for (let index = 0; index < howMany; index += 1) await event(`${name}-${index}`);
};

const sent = ({ deliveryId, target, attempt }: Claimed): AttemptRecord => ({
  id: deliveryId,
  portal: target.portalId,
  number: attempt,
  started: new Date().toISOString(),
  duration: 3,
  status: 204,
  failure: null,
  detail: null,
  excerpt: null,
  state: 'delivered',
  next: null,
  counts: true,
});

const states = async (): Promise<string[]> => {
  const rows = await stores[0].query<{ state: string }>(
    'select state from stadtverbund.feed_delivery order by seq, portal_id',
  );
  return rows.map(({ state }) => state);
};

it('deliveries that fit into the free places of portals are claimed at once, with the events', async () => {
  await portal('one');
  await portal('two');
  await events(3);
  const page = await fanOutPage(stores[0]);
  expect(page).toMatchObject({ waiting: [], isLast: true });
  const claimed = page.claimed.map(({ target, event: said }) => `${target.portalId} ${said?.documentId}`);
  expect(claimed.sort()).toEqual(
    ['one', 'two'].flatMap((one) => [0, 1, 2].map((index) => `${one} document-${index}`)),
  );
  expect(page.claimed[0]?.event?.data?.listing).toHaveProperty('name');
  expect(await states()).toEqual(Array.from({ length: 6 }, () => 'sending'));
  expect(await fanOutPage(stores[0])).toEqual({ claimed: [], waiting: [], isLast: true });
});

it('the log is read to its end where there are no portals', async () => {
  // PostgreSQL first reads the table that it knows to be empty.
  await stores[0].query('vacuum analyze public.portal_feed_portals');
  await events(101);
  expect(await fanOutPage(stores[0])).toEqual({ claimed: [], waiting: [], isLast: false });
  expect(await fanOutPage(stores[0])).toEqual({ claimed: [], waiting: [], isLast: true });
  await portal('one');
  expect(await fanOutPage(stores[0])).toEqual({ claimed: [], waiting: [], isLast: true });
  expect(await states()).toEqual([]);
});

it('a burst waits for a free worker', async () => {
  await portal('one');
  await events(11);
  expect(await fanOutPage(stores[0])).toMatchObject({ claimed: [], waiting: ['one'] });
  expect(new Set(await states())).toEqual(new Set(['waiting']));
  expect(await createClaimer(stores[1])('one')).toHaveLength(10);
});

it('deliveries for an inactive portal are created but not claimed', async () => {
  await portal('one', 'paused');
  await events(1);
  expect(await fanOutPage(stores[0])).toMatchObject({ claimed: [], waiting: [] });
  expect(await states()).toEqual(['waiting']);
  expect(await createClaimer(stores[0])('one')).toEqual([]);
});

it('of several instances reading the log, only one creates and claims the deliveries', async () => {
  await portal('one');
  for (let round = 0; round < 20; round += 1) {
    await event(`round-${round}`);
    const pages = await Promise.all(stores.map(fanOutPage));
    const claimed = pages.flatMap((page) => page.claimed);
    expect(claimed).toHaveLength(1);
    await createRecorder(stores[0])(sent(claimed[0]!));
  }
  expect(await states()).toHaveLength(20);
});

it('nothing happens if the position was moved in the meantime', async () => {
  await portal('one');
  await events(1);
  const [first] = (await fanOutPage(stores[0])).claimed;
  const again = {
    portal: 'one',
    message: '6a0d53a1-5d6e-4c8e-9a3b-2f4f0c1d7e55',
    event: first!.event!.id,
    seq: first!.event!.seq ?? 0,
    uid: 'api::business.business',
    document: 'elsewhere',
    type: 'business.published',
  };
  const stale = { position: 0, events: [first!.event!], items: [again], takers: ['one'] };
  expect(await fanOutAndClaim(stores[1], stale)).toEqual([]);
  expect(await states()).toEqual(['sending']);
});

it('recording a result reports what is due for the place it has freed', async () => {
  await portal('one');
  await events(10);
  const { claimed } = await fanOutPage(stores[0]);
  const record = createRecorder(stores[0]);
  await event('one more');
  expect((await fanOutPage(stores[0])).claimed).toEqual([]);
  expect(await record(sent(claimed[0]!))).toEqual({ isMoreDue: true });
  const [next] = await createClaimer(stores[0])('one');
  expect(next?.event?.documentId).toBe('one more');
  expect(await record(sent(claimed[1]!))).toEqual({ isMoreDue: false });
});

it('a newer delivery waits for the older one of its document, whose record reports it', async () => {
  await portal('one');
  await event('same');
  const [older] = (await fanOutPage(stores[0])).claimed;
  await event('same');
  expect((await fanOutPage(stores[0])).claimed).toEqual([]);
  expect(await createRecorder(stores[0])(sent(older!))).toEqual({ isMoreDue: true });
  const [newer] = await createClaimer(stores[1])('one');
  expect(newer?.event?.seq).toBeGreaterThan(older?.event?.seq ?? 0);
});

it('one statement claims for many portals, and each caller gets its own, once', async () => {
  const names = Array.from({ length: 5 }, (_, index) => `portal-${index}`);
  for (const name of names) await portal(name);
  await events(11);
  await fanOutPage(stores[0]);
  const claim = createClaimer(stores[0]);
  const answers = await Promise.all([...names, 'portal-0'].map(claim));
  expect(answers.map((own) => own.length)).toEqual([10, 10, 10, 10, 10, 0]);
  for (const [index, own] of answers.slice(0, 5).entries())
    for (const { target } of own) expect(target.portalId).toBe(names[index]);
});
