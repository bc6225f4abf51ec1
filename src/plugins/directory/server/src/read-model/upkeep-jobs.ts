import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { enqueue, jobsRun, registerQueue, type Queue } from '#src/platform/jobs/index';
import { rebuildOutdated, renewAll, sweep } from './rebuild';
import { isOutdated } from './shape-note';

// 100,000 listings take some minutes; a job that takes longer than this is started again beside itself.
const REBUILD_SECONDS = 3_600;

const clock = (): Date => new Date();

const rebuildQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-rebuild',
  expireInSeconds: REBUILD_SECONDS,
  async handle() {
    // Several instances may have asked, and an operator may be at it.
    const documents = await rebuildOutdated(strapi, clock);
    if (documents === null) return;
    strapi.log.info(`Directory: the read model was made anew from ${documents} documents.`);
  },
});

/** Opening hours reach 60 days ahead, so every night they gain a day; and what nothing uses any more goes. */
const nightQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-night',
  expireInSeconds: REBUILD_SECONDS,
  // Shortly after the day has changed; once per cluster.
  schedule: { cron: '7 0 * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    await renewAll(strapi, clock);
    await sweep(strapi);
  },
});

// A night without a running instance must not cost a day: hours reach further ahead than can be asked for, and this
// looks every hour whether they still do.
const hourQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'directory-hour',
  schedule: { cron: '23 * * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    await renewAll(strapi, clock);
    await catchUp(strapi);
  },
});

/** Makes the jobs of the read model known; in `register()`. */
export function registerUpkeep(strapi: Core.Strapi): void {
  registerQueue(strapi, rebuildQueue(strapi));
  registerQueue(strapi, nightQueue(strapi));
  registerQueue(strapi, hourQueue(strapi));
}

/** Orders a rebuild where the read model was made by an older release or for other locales; once the jobs run. */
export async function catchUp(strapi: Core.Strapi): Promise<void> {
  if (await isOutdated(strapi)) await enqueue(strapi, rebuildQueue(strapi), {});
}

const LOCALE = 'plugin::i18n.locale';

/** A new locale needs rows of its own, and one that is gone leaves some. */
export function followLocales(strapi: Core.Strapi): void {
  // While Strapi starts, locales are created before the jobs run; the start looks itself.
  const follow = async (): Promise<void> => {
    if (jobsRun(strapi)) await catchUp(strapi);
  };
  strapi.db.lifecycles.subscribe({ models: [LOCALE], afterCreate: follow, afterDelete: follow });
}
