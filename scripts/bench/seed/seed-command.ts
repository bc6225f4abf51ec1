import type { Closing, Outcome } from '../../lib/run-script';
import { openBenchDatabases, seed } from '../bench-database';
import { terminalProgress } from '../progress';

/** Fills the given database, or keeps a throwaway one open and prints its address. */
export async function seedCommand(
  closing: Closing,
  { size, database }: { size: number; database: string | undefined },
): Promise<Outcome> {
  const progress = terminalProgress();
  closing.add(() => progress.end());
  if (database) {
    await seed(database, size, progress);
    console.log('Seeded.');
    return;
  }
  const databases = await openBenchDatabases(closing, { durable: false, progress });
  console.log(`Seeded, until Ctrl-C: DATABASE_URL='${await databases.seeded(size)}'`);
  return 'serving';
}
