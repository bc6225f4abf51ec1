import { createThrowawayCluster, removeOrphanedClusters } from '../../scripts/lib/postgres/throwaway-cluster';

/**
 * Keeps a throwaway PostgreSQL running while its standard input is open, and prints the address as its first line.
 * Since the input closes with the process that started it, not even kill -9 of a test run leaves a server behind.
 */
async function guard(): Promise<void> {
  await removeOrphanedClusters();
  const cluster = await createThrowawayCluster();
  process.stdout.write(`${cluster.url}\n`);
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('close', resolve).once('end', resolve));
  await cluster.remove();
}

void guard().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
