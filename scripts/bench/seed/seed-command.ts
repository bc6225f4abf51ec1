import { Presets, SingleBar } from 'cli-progress';
import type { Closing, Outcome } from '../../lib/run-script';
import { openBenchDatabases, seed } from '../bench-database';

/** Fills the given database, or keeps a throwaway one open and says where it is. */
export async function seedCommand(
  closing: Closing,
  { size, database }: { size: number; database: string | undefined },
): Promise<Outcome> {
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} businesses, {eta_formatted} left', hideCursor: true },
    Presets.shades_classic,
  );
  closing.add(() => bar.stop());
  const onProgress = (done: number): void => bar.update(done);
  if (database) {
    bar.start(size, 0);
    await seed(database, size, onProgress);
    bar.stop();
    console.log('Seeded. The read model is rebuilt by npm run directory:rebuild.');
    return;
  }
  const databases = await openBenchDatabases(closing, { durable: false });
  bar.start(size, 0);
  const url = await databases.seeded(size, onProgress);
  bar.stop();
  console.log(`Seeded, until Ctrl-C: DATABASE_URL='${url}'`);
  return 'serving';
}
