import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerCalls } from '#scripts/bench/process-calls';
import { STRAPI_DIRECTORIES } from '#scripts/lib/project';
import { bootStrapi } from '../../support/boot-strapi';
import { createCategory, createCityProfile } from '../../support/factories';
import { watchPoints, type Kill } from './kill-points';
import { startWriters, type Writers } from './writers';

/**
 * A server that dies at a given point, and writes under load. In a separate process, as in production, so that only
 * what it committed survives.
 */
async function serve(): Promise<void> {
  let kill: Kill | undefined;
  let sent = 0;
  let passed = 0;
  watchPoints((point) => {
    if (point === 'send.before') sent += 1;
    if (point !== kill?.point) return;
    passed += 1;
    if (passed === kill.nth) process.kill(process.pid, 'SIGKILL');
  });
  const app = await bootStrapi(process.env['DATABASE_URL'] ?? '');
  // The tests' factories use the Strapi of their suite.
  Object.assign(globalThis, { startedApp: app });
  let writers: Writers | undefined;

  answerCalls({
    prepare: async () => {
      await createCityProfile();
      await createCategory({ name: 'Bäckerei' });
    },
    portal: (draft: object) =>
      (
        app.strapi.plugin('portal-feed').service('portals') as unknown as {
          create(draft: object): Promise<unknown>;
        }
      ).create(draft),
    write: ({ seed, howMany }: { seed: number; howMany: number }) => {
      writers = startWriters(app.strapi, seed, howMany);
    },
    dieAt: (at: Kill) => {
      passed = 0;
      kill = at;
    },
    settle: async () => {
      await writers?.stop();
      return writers?.counts() ?? { done: 0, failed: 0 };
    },
    touch: (documents: readonly { type: string; documentId: string }[]) => touch(app.strapi, documents),
    sent: () => sent,
    stop: () => app.stop(),
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ port: Number(new URL(app.url).port) });
}

type Strapi = Awaited<ReturnType<typeof bootStrapi>>['strapi'];

async function touch(
  strapi: Strapi,
  documents: readonly { type: string; documentId: string }[],
): Promise<void> {
  // The compiled module, since the application's state is in the modules it has loaded itself.
  const publication = createRequire(__filename)(join(STRAPI_DIRECTORIES.distDir, 'src', 'publication')) as {
    announceChanged(strapi: Strapi, documents: readonly object[]): Promise<void>;
  };
  await publication.announceChanged(strapi, documents);
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
