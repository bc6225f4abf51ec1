import type { StrapiApp } from '@strapi/strapi/admin';
import { WarningsPanel } from './warnings-panel';
import { contentManagerOf } from '../strapi/panel';

/** Adds the warnings below Strapi's own panels in the side bar of the edit view. */
export function addWarningsPanel(app: StrapiApp): void {
  contentManagerOf(app).apis.addEditViewSidePanel((panels) => [...panels, WarningsPanel]);
}
