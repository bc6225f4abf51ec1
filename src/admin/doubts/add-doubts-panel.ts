import type { StrapiApp } from '@strapi/strapi/admin';
import { DoubtsPanel } from './doubts-panel';
import { contentManagerOf } from '../strapi/panel';

/** Adds the doubts below Strapi's own panels in the side bar of the edit view. */
export function addDoubtsPanel(app: StrapiApp): void {
  contentManagerOf(app).apis.addEditViewSidePanel((panels) => [...panels, DoubtsPanel]);
}
