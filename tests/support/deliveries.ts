import type { DeliveriesService } from '../../src/plugins/portal-feed/server/src/contract';
import { startedApp } from './started-app';

/** `strapi.plugin('portal-feed').service('deliveries')` */
export const deliveries = (): DeliveriesService =>
  startedApp().strapi.plugin('portal-feed').service('deliveries') as unknown as DeliveriesService;
