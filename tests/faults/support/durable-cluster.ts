import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor } from '#scripts/lib/postgres/binaries';
import { initCluster, startServer, stopServer } from '#scripts/lib/postgres/cluster';
import { canEnter, serverAccountFor } from '#scripts/lib/postgres/server-account';
import { sharedHome } from '#scripts/lib/postgres/shared-home';

/** A PostgreSQL with durable commits that can be made to crash. */
export interface DurableCluster {
  readonly url: string;
  /** `pg_ctl restart -m immediate`: every connection breaks, and what was committed is recovered from the log. */
  crash(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts a separate cluster, since that of the test run may lose commits in a crash. */
export async function startDurableCluster(): Promise<DurableCluster> {
  const account = serverAccountFor('');
  const place = account.uid === undefined || canEnter(account, tmpdir()) ? tmpdir() : sharedHome();
  const home = mkdtempSync(join(place, 'stadtverbund-faults-'));
  chmodSync(home, 0o755);
  const directory = join(home, 'cluster');
  const cluster = {
    directory,
    logFile: join(home, 'server.log'),
    account,
    binaries: binariesFor(account),
    settings: { max_connections: '200' },
  };
  initCluster(cluster, 'stadtverbund', 'faults');
  const port = await startServer(cluster);
  return {
    url: `postgresql://stadtverbund:faults@127.0.0.1:${port}/postgres`,
    async crash() {
      await stopServer(directory, 'immediate');
      await startServer(cluster, port);
    },
    async remove() {
      await stopServer(directory, 'immediate');
      rmSync(home, { recursive: true, force: true });
    },
  };
}
