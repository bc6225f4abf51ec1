import { readCommandLine } from '../lib/command-line';

export const SUITES = ['cached', 'uncached', 'scale', 'feed', 'import', 'explain'] as const;
export type Suite = (typeof SUITES)[number];

export interface BenchOptions {
  command: 'measure' | 'seed';
  suites: readonly Suite[];
  /** Businesses in the suites of one size */
  size: number;
  /** Businesses in the suite `scale` and, the largest, in `explain` */
  sizes: readonly number[];
  /** Length of one run against one server */
  seconds: number;
  /** How often each server is measured; the median counts */
  rounds: number;
  /** Open connections, each with one request at a time */
  connections: number;
  /** Only workloads whose name contains this */
  only: string | undefined;
  /** Folder for JSON, chart and plans; nothing is written if undefined */
  out: string | undefined;
  /** For `seed`: the database to fill, instead of a throwaway one */
  database: string | undefined;
  /** Folder for a CPU profile of Stadtverbund */
  profile: string | undefined;
}

const HELP = `
Usage: npm run bench -- [SUITE ...] [options]
       npm run bench -- seed --size N [--database postgresql://…]

Measures this machine's Stadtverbund against vanilla Strapi (same app, cache off, core endpoint), a hand-written
node:http + pg server with one SQL statement per answer, and a node:http server that has the bytes in memory. All run
in processes of their own on a throwaway PostgreSQL with made-up businesses (always the same ones), in turns; the
medians of the rounds and their ratios count, not the absolute figures. Needs no installation and leaves none.

Suites (default: all)
  cached     list, detail, search, map, GraphQL from the response cache
  uncached   search and list from the read model, core REST, with the cache off
  scale      selective, broad and mistyped queries and facets at several sizes
  feed       publish to receiver, against Strapi's own webhooks
  import     the bulk path against create + publish one by one
  explain    EXPLAIN (ANALYZE, BUFFERS) of every statement at the largest size

seed         fills a booted, empty database (with --database), or keeps a throwaway one open until Ctrl-C

Options
  --size N           businesses (default 10000)
  --sizes N,N,…      sizes of the suite scale (default 1000,10000,100000)
  --seconds N        length of one run (default 5)
  --rounds N         runs of each server (default 5)
  --connections N    open connections (default 50)
  --only TEXT        only workloads whose name contains TEXT
  --out DIRECTORY    where JSON, chart and plans go (default docs/bench)
  --no-out           write nothing
  --database URL     for seed only: the database to fill
  --profile DIR      writes a CPU profile of Stadtverbund there
  --help             this text

A full run takes about half an hour. docs/bench/README.md says how to read it.
`;

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} is a whole number above 0, not "${text}".`);
  return value;
};

/** Reads the command line; `--help` and unknown options end the process. */
export function readOptions(): BenchOptions {
  const { values, positionals } = readCommandLine({
    help: HELP,
    allowPositionals: true,
    options: {
      size: { type: 'string', default: '10000' },
      sizes: { type: 'string', default: '1000,10000,100000' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '50' },
      out: { type: 'string', default: 'docs/bench' },
      'no-out': { type: 'boolean', default: false },
      only: { type: 'string' },
      database: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const words = positionals as readonly string[];
  const unknown = words.filter((word) => word !== 'seed' && !SUITES.includes(word as Suite));
  if (unknown.length > 0)
    throw new Error(`Not a suite: ${unknown.join(', ')}. There are ${SUITES.join(', ')}, and seed.`);
  const named = SUITES.filter((suite) => words.includes(suite));
  return {
    command: words.includes('seed') ? 'seed' : 'measure',
    suites: named.length > 0 ? named : SUITES,
    size: whole('size', values.size),
    sizes: values.sizes.split(',').map((size) => whole('sizes', size)),
    seconds: whole('seconds', values.seconds),
    rounds: whole('rounds', values.rounds),
    connections: whole('connections', values.connections),
    out: values['no-out'] ? undefined : values.out,
    only: values.only,
    database: values.database,
    profile: values.profile,
  };
}
