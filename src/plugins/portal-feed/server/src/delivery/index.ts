import type { Core } from '@strapi/strapi';
import { registerQueue, registerWorker } from '#src/platform/jobs/index';
import { registerMail } from '#src/platform/mail/mail-queue';
import { watchBacklog } from './backlog-metrics';
import { openDelivery } from './delivery';
import { disabledMailToContact, disabledMailToEditor } from './disabled-mails';
import { pruneQueue, watchQueue } from './housekeeping';
import { deliveryWorker } from './worker';

export { createDeliveries } from './service';

/** Registers delivery with the jobs. Call in the plugin's `register`. */
export function registerDelivery(strapi: Core.Strapi): void {
  openDelivery(strapi);
  registerWorker(strapi, deliveryWorker(strapi));
  registerQueue(strapi, pruneQueue(strapi));
  registerQueue(strapi, watchQueue(strapi));
  registerMail(strapi, disabledMailToContact);
  registerMail(strapi, disabledMailToEditor);
  watchBacklog(strapi);
}
