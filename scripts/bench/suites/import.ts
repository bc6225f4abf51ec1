import { appEnvironment } from '../app/environment';
import type { Portion } from '../import/importing-app';
import { callProcess } from '../process-calls';
import { median, ratioOfRounds } from '../report/statistics';
import { startUntilEnd } from '../start-servers';
import type { RunSuite } from './context';

const TITLE = 'import: businesses in both languages, created and published, with feed and read model';

// One by one takes long, so there are fewer per round, and the rates are compared.
const ONE_BY_ONE = 100;
const IN_BULK = 1_000;

// The goal for writes.
const TIMES = 5;

/** The bulk path of the import compared with create and publish one by one, alternately. */
export const runImportSuite: RunSuite = async ({ closing, databases, options, progress }) => {
  const databaseUrl = await databases.copy(options.size, 'bench_import');
  const app = await startUntilEnd(
    closing,
    'import/importing-app.ts',
    appEnvironment(databaseUrl, { PORT: '0' }),
  );
  const rates = { oneByOne: [] as number[], inBulk: [] as number[] };
  let from = 0;
  const measure = async (name: keyof typeof rates, count: number): Promise<number> => {
    progress.advance(name);
    const seconds = await callProcess<number>(app.child, name, { from, count } satisfies Portion);
    from += count;
    return count / seconds;
  };
  progress.step('import', 2 * (options.rounds + 1));
  // A warm-up.
  await measure('oneByOne', ONE_BY_ONE / 10);
  await measure('inBulk', IN_BULK / 10);
  for (let round = 0; round < options.rounds; round += 1) {
    rates.oneByOne.push(await measure('oneByOne', ONE_BY_ONE));
    rates.inBulk.push(await measure('inBulk', IN_BULK));
  }
  await app.stop();
  return {
    suite: 'import',
    title: TITLE,
    workloads: [],
    figures: [
      { name: 'create + publish one by one', value: median(rates.oneByOne), unit: 'businesses/s' },
      {
        name: `import of ${IN_BULK.toLocaleString('en')}`,
        value: median(rates.inBulk),
        unit: 'businesses/s',
      },
    ],
    goals: [
      {
        name: 'import, times one by one',
        value: ratioOfRounds(rates.inBulk, rates.oneByOne),
        atLeast: TIMES,
      },
    ],
  };
};
