import { startProcess } from '../../scripts/bench/start-process';
import { createBusiness, createCityProfile } from './factories';
import { startedApp } from './started-app';

interface Way {
  what: string;
  path: string;
  body?: string;
}

export interface ReadsWhilePublishing {
  reads: number;
  /** Reads that showed a state older than the last publish answered before they began */
  stale: string[];
}

interface Options {
  publishes: number;
  /** Per instance; more than a few would only wait for the machine's cores */
  readers: number;
}

const QUERY = { query: '{ businesses(pagination: { limit: 5 }) { summary } }' };

/** Every way to read one business. */
const waysTo = (documentId: string, slug: string): Way[] => [
  { what: 'one document', path: `/api/businesses/${documentId}` },
  { what: 'the list', path: '/api/businesses?sort=name&populate=categories' },
  { what: 'GraphQL', path: '/graphql', body: JSON.stringify(QUERY) },
  { what: 'the directory', path: `/api/directory/listings/business/${slug}` },
  { what: 'the search', path: '/api/directory/search?q=takt' },
  { what: 'its page', path: `/betriebe/${slug}` },
  { what: 'the page of the search', path: '/suche?q=takt' },
  { what: 'the page of the map', path: '/karte?q=takt' },
];

async function shownState(url: string, { path, body }: Way): Promise<number> {
  const response = await fetch(`${url}${path}`, {
    ...(body ? { method: 'POST', body, headers: { 'content-type': 'application/json' } } : {}),
  });
  const text = await response.text();
  const state = /Stand (\d+)/.exec(text)?.[1];
  if (state === undefined) throw new Error(`${path} answers ${response.status}: ${text.slice(0, 300)}`);
  return Number(state);
}

/**
 * Starts a second instance on the suite's database, publishes one business repeatedly, and continuously reads it from
 * both instances.
 */
export async function readsWhilePublishing({ publishes, readers }: Options): Promise<ReadsWhilePublishing> {
  const { strapi, url, databaseUrl } = startedApp();
  await createCityProfile();
  const { documentId, slug } = await createBusiness({ name: 'Blumen Takt', summary: 'Stand 0' });
  const other = await startProcess('app/serve-app.ts', {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0' },
  });
  const ways = waysTo(documentId, String(slug));
  const documents = strapi.documents('api::business.business');
  const stale: string[] = [];
  let [answered, reads, isOver] = [0, 0, false];

  const readOn = async (from: string): Promise<void> => {
    for (let at = 0; !isOver; at += 1) {
      const way = ways[at % ways.length] as Way;
      const atLeast = answered;
      const shown = await shownState(from, way);
      reads += 1;
      if (shown < atLeast) stale.push(`${from} ${way.what}: ${shown}, though ${atLeast} was answered`);
    }
  };
  const publishOn = async (): Promise<void> => {
    for (let state = 1; state <= publishes && !isOver; state += 1) {
      await documents.update({ documentId, locale: 'de', data: { summary: `Stand ${state}` } });
      await documents.publish({ documentId, locale: 'de' });
      answered = state;
    }
  };

  const sources = [url, other.url].flatMap((source) => Array.from({ length: readers }, () => source));
  const all = [publishOn(), ...sources.map(readOn)].map((work) => work.finally(() => (isOver = true)));
  const outcomes = await Promise.allSettled(all);
  await other.stop();
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return { reads, stale };
}
