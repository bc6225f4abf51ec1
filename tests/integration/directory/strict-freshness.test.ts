import { startProcess, type StartedProcess } from '../../../scripts/bench/start-process';
import { createBusiness, createCityProfile, startedApp, type Stored } from '../../support';

/**
 * Two instances on one database: one publishes, the other (and the first itself) is read without pause. A read that
 * starts after a publish has answered must not show the state before. `npm run test:faults` makes it 1,000 publishes.
 */
const PUBLISHES = Number(process.env['FRESHNESS_PUBLISHES'] ?? 30);
// Per instance; more would only wait for the machine's two cores.
const READERS = 2;

jest.setTimeout(60_000 + PUBLISHES * 600);

let other: StartedProcess;
let business: Stored;

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness({ name: 'Blumen Takt', summary: 'Stand 0' });
  other = await startProcess('app/serve-app.ts', {
    env: { ...process.env, DATABASE_URL: startedApp().databaseUrl, PORT: '0' },
  });
});
afterAll(() => other?.stop());

/** Publishes `Stand n` and comes back when that has been answered. */
async function publish(state: number): Promise<void> {
  const documents = startedApp().strapi.documents('api::business.business');
  const { documentId } = business;
  await documents.update({ documentId, locale: 'de', data: { summary: `Stand ${state}` } });
  await documents.publish({ documentId, locale: 'de' });
}

const QUERY = { query: '{ businesses(pagination: { limit: 5 }) { summary } }' };

/** Every way to read it, by what is asked. */
const ways = (): { what: string; path: string; body?: string }[] => [
  { what: 'one document', path: `/api/businesses/${business.documentId}` },
  { what: 'the list', path: '/api/businesses?sort=name&populate=categories' },
  { what: 'GraphQL', path: '/graphql', body: JSON.stringify(QUERY) },
  { what: 'the directory', path: `/api/directory/listings/business/${String(business['slug'])}` },
  { what: 'the search', path: '/api/directory/search?q=takt' },
];

async function shownState(url: string, { path, body }: { path: string; body?: string }): Promise<number> {
  const response = await fetch(`${url}${path}`, {
    ...(body ? { method: 'POST', body, headers: { 'content-type': 'application/json' } } : {}),
  });
  const text = await response.text();
  const state = /Stand (\d+)/.exec(text)?.[1];
  if (state === undefined) throw new Error(`${path} answers ${response.status}: ${text.slice(0, 300)}`);
  return Number(state);
}

it(`no read is stale in ${PUBLISHES} publishes`, async () => {
  let answered = 0;
  let reads = 0;
  const stale: string[] = [];
  let isOver = false;

  const readOn = async (url: string): Promise<void> => {
    while (!isOver) {
      for (const way of ways()) {
        if (isOver) return;
        const atLeast = answered;
        const shown = await shownState(url, way);
        reads += 1;
        if (shown < atLeast) stale.push(`${url} ${way.what}: ${shown}, though ${atLeast} was answered`);
      }
    }
  };
  const publishOn = async (): Promise<void> => {
    for (let state = 1; state <= PUBLISHES && !isOver; state += 1) {
      await publish(state);
      answered = state;
    }
  };

  const urls = [startedApp().url, other.url].flatMap((url) => Array.from({ length: READERS }, () => url));
  const all = [publishOn(), ...urls.map(readOn)].map((work) => work.finally(() => (isOver = true)));
  const outcomes = await Promise.allSettled(all);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
  console.info(`${reads} reads during ${PUBLISHES} publishes`);
  expect(stale).toEqual([]);
  // Each publish was looked at by both instances.
  expect(reads).toBeGreaterThan(PUBLISHES * 2);
});
