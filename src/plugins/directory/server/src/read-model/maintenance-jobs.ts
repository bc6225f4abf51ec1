import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { enqueue, jobsRun, registerQueue, type Queue } from '#src/platform/jobs/index';
import { rebuildOutdated, renewAll, sweep } from './rebuild';
import { isOutdated } from './shape-note';

// 100,000 listings take a few minutes; a job that exceeds this is started a second time while it still runs.
const REBUILD_SECONDS = 3_600;

const clock = (): Date => new Date();

const rebuildQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-rebuild',
  expireInSeconds: REBUILD_SECONDS,
  // An older release made it, or for other locales.
  dueAtStart: () => isOutdated(strapi),
  async handle() {
    // Several instances may have ordered it, and an operator may be running one.
    const documents = await rebuildOutdated(strapi, clock);
    if (documents === null) return;
    strapi.log.info(`Directory: the read model was rebuilt from ${documents} documents.`);
  },
});

/** Every night opening hours are extended by a day, and what nothing uses any more is removed. */
const nightQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-night',
  expireInSeconds: REBUILD_SECONDS,
  // Shortly after midnight; once per cluster.
  schedule: { cron: '7 0 * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    await renewAll(strapi, clock);
    await sweep(strapi);
  },
});

// A night without a running instance must not cost a day: hours reach further ahead than clients can ask for, and this
// checks every hour that they still do.
const hourQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-hour',
  schedule: { cron: '23 * * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    await renewAll(strapi, clock);
    await catchUp(strapi);
  },
});

/** Registers the jobs of the read model. Call in `register()`. */
export function registerMaintenance(strapi: Core.Strapi): void {
  registerQueue(strapi, rebuildQueue(strapi));
  registerQueue(strapi, nightQueue(strapi));
  registerQueue(strapi, hourQueue(strapi));
}

/** Orders a rebuild where the read model was made by an older release or for other locales; once the jobs run. */
async function catchUp(strapi: Core.Strapi): Promise<void> {
  if (await isOutdated(strapi)) await enqueue(strapi, rebuildQueue(strapi), {});
}

const LOCALE = 'plugin::i18n.locale';

/** A new locale needs its own rows, and a removed one leaves rows behind. */
export function followLocales(strapi: Core.Strapi): void {
  // While Strapi starts, locales are created before the jobs run; `catchUp` takes care of those.
  const follow = async (): Promise<void> => {
    if (jobsRun(strapi)) await catchUp(strapi);
  };
  strapi.db.lifecycles.subscribe({ models: [LOCALE], afterCreate: follow, afterDelete: follow });
}
