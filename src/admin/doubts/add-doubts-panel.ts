import type { StrapiApp } from '@strapi/strapi/admin';
import { DoubtsPanel } from './doubts-panel';

interface ContentManager {
  addEditViewSidePanel(change: (panels: unknown[]) => unknown[]): void;
}

/** Adds the doubts below Strapi's own panels in the side bar of the edit view. */
export function addDoubtsPanel(app: StrapiApp): void {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManager };
  apis.addEditViewSidePanel((panels) => [...panels, DoubtsPanel]);
}
