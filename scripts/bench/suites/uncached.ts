import type { Workload } from '../run-workloads';
import { startApp, startHandwrittenServer, urlsOf } from '../start-servers';
import type { RunSuite } from './context';
import * as ask from './questions';
import { known, measure, timesAsFast } from './read-suite';

const TITLE = 'uncached: every answer is computed';

// The goal: at least half of a server written by hand for just this answer.
const HALF = 0.5;

/**
 * Answers from the read model, compared with a server that does nothing else; core REST, compared with vanilla Strapi.
 */
export const runUncached: RunSuite = async (context) => {
  const databaseUrl = await context.databases.seeded(context.options.size);
  const start = { databaseUrl, profile: context.options.profile };
  const [stadtverbund, vanilla, handwritten] = await Promise.all([
    startApp(context.closing, 'uncached', start),
    startApp(context.closing, 'vanilla', { databaseUrl }),
    startHandwrittenServer(context.closing, databaseUrl),
  ]);
  const businesses = await known(databaseUrl);
  const details = ask.directoryDetails(businesses);
  const searches = ask.searches(businesses);
  const workloads: Workload[] = [
    {
      name: 'search',
      requests: { stadtverbund: searches, handwritten: searches, vanilla: ask.CORE_SEARCHES },
    },
    {
      name: 'list from the read model',
      requests: { stadtverbund: ask.DIRECTORY_LISTS, handwritten: ask.DIRECTORY_LISTS },
    },
    { name: 'directory detail', requests: { stadtverbund: details, handwritten: details } },
    { name: 'core REST list', requests: { stadtverbund: ask.CORE_PAGES, vanilla: ask.CORE_PAGES } },
    { name: 'GraphQL list', requests: { stadtverbund: ask.GRAPHQL_PAGES, vanilla: ask.GRAPHQL_PAGES } },
  ];
  const results = await measure(
    context,
    'uncached',
    workloads,
    urlsOf({ stadtverbund, handwritten, vanilla }),
  );
  await Promise.all([handwritten, vanilla, stadtverbund].map((server) => server.stop()));
  return {
    suite: 'uncached',
    title: TITLE,
    workloads: results,
    figures: [],
    goals: ['search', 'list from the read model'].map((name) => ({
      name: `${name}, times the hand-written server`,
      value: timesAsFast(results, name, 'handwritten'),
      atLeast: HALF,
    })),
  };
};
