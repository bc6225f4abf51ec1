import type { Core } from '@strapi/strapi';
import { prepareBatches } from './batch';
import { openBatchPerTransaction } from './batch-per-transaction';
import { prepareListeners } from './listeners';

/**
 * Makes every outermost transaction announce once, at its end, what it has changed for the public. Call in
 * `register()`.
 */
export function registerPublication(strapi: Core.Strapi): void {
  prepareListeners(strapi);
  prepareBatches(strapi);
  openBatchPerTransaction(strapi);
}
