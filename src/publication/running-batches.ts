import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { PublicationBatch } from './batch';

const BATCHES = 'stadtverbund.publication-batches';

/** Makes room for the batches of running transactions in the instance's container; once, before the first. */
export function prepareBatches(strapi: Core.Strapi): void {
  strapi.add(BATCHES, new AsyncLocalStorage<PublicationBatch>());
}

/** Which batch the running code belongs to. */
export const batchesOf = (strapi: Core.Strapi): AsyncLocalStorage<PublicationBatch> =>
  strapi.get<AsyncLocalStorage<PublicationBatch>>(BATCHES);
