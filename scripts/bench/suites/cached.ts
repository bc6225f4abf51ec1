import { startApp, startMemoryServer, urlsOf } from '../start-servers';
import type { Workload } from '../run-workloads';
import type { RunSuite } from './context';
import * as ask from './questions';
import { known, measure, timesAsFast } from './read-suite';

const TITLE = 'cached: answers from memory, checked against the version of the database';

// The goal: at least half of a node:http server with the bytes in memory, and a hundred times vanilla Strapi.
const HALF = 0.5;
const HUNDRED = 100;

/** Hits of the response cache, compared with the same bytes without any checks, and with vanilla Strapi. */
export const runCached: RunSuite = async (context) => {
  const databaseUrl = await context.databases.seeded(context.options.size);
  const start = { databaseUrl, profile: context.options.profile };
  const [stadtverbund, vanilla] = await Promise.all([
    startApp(context.closing, 'cached', start),
    startApp(context.closing, 'vanilla', { databaseUrl }),
  ]);
  const memory = await startMemoryServer(context.closing, stadtverbund.url);
  const businesses = (await known(databaseUrl)).slice(0, 200);
  const details = ask.coreDetails(businesses);
  const searches = ask.searches(businesses.slice(0, 50));
  const both = (requests: Workload['requests']['memory'] = []) => ({
    stadtverbund: requests,
    memory: requests,
  });
  const workloads: Workload[] = [
    { name: 'list', requests: { ...both(ask.CORE_LIST), vanilla: ask.CORE_LIST } },
    { name: 'detail', requests: { ...both(details), vanilla: details } },
    { name: 'GraphQL list', requests: { ...both(ask.GRAPHQL), vanilla: ask.GRAPHQL } },
    { name: 'search', requests: { ...both(searches), vanilla: ask.CORE_SEARCHES } },
    { name: 'directory detail', requests: both(ask.directoryDetails(businesses)) },
    { name: 'map', requests: both(ask.MAP) },
  ];
  const results = await measure(
    context,
    'cached',
    workloads.map((one) => ({ ...one, kept: true })),
    urlsOf({ stadtverbund, memory, vanilla }),
  );
  await Promise.all([memory, vanilla, stadtverbund].map((server) => server.stop()));
  return {
    suite: 'cached',
    title: TITLE,
    workloads: results,
    figures: [],
    goals: [
      ...results.map(({ name }) => ({
        name: `${name}, times the bytes in memory`,
        value: timesAsFast(results, name, 'memory'),
        atLeast: HALF,
      })),
      {
        name: 'list, times vanilla Strapi',
        value: timesAsFast(results, 'list', 'vanilla'),
        atLeast: HUNDRED,
      },
    ],
  };
};
