import type { Core } from '@strapi/strapi';
import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { listenUntilDisconnect } from '../listen-until-disconnect';
import { answerCalls, type Progress } from '../process-calls';
import { compiled } from './compiled';

interface Maintenance {
  rebuild(onProgress: (done: number, total: number) => void): Promise<number>;
}

interface Reconcile {
  reconcile(strapi: Core.Strapi): Promise<number>;
}

/** The application, ready to rebuild what it derives from the content. */
async function serveFillApp(): Promise<void> {
  process.noDeprecation = true;
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  answerCalls({
    rebuild: (_input: null, onProgress: (progress: Progress) => void) => {
      const maintenance = strapi.plugin('directory').service('maintenance') as unknown as Maintenance;
      return maintenance.rebuild((done, total) => onProgress({ done, total }));
    },
    reconcile: () =>
      compiled<Reconcile>('plugins/portal-feed/server/src/services/reconcile').reconcile(strapi),
  });
  await listenUntilDisconnect(strapi.server.httpServer, () => destroyCalmly(strapi));
}

serveFillApp().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
