import type { Core } from '@strapi/strapi';
import type { DeliveriesService, PortalsService } from '../contract';

export const portalsOf = (strapi: Core.Strapi): PortalsService =>
  strapi.plugin('portal-feed').service('portals');

export const deliveriesOf = (strapi: Core.Strapi): DeliveriesService =>
  strapi.plugin('portal-feed').service('deliveries');
