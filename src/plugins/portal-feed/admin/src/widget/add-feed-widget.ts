import { Webhooks } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { READ } from '../permissions';
import { en } from '../translations/en';

/** Shows the health of the portals on the home page. */
export function addFeedWidget(app: StrapiApp): void {
  app.widgets.register((widgets) => [
    {
      id: 'portals',
      pluginId: 'portal-feed',
      icon: Webhooks,
      title: { id: 'portal-feed.widget.title', defaultMessage: en['widget.title'] },
      link: {
        label: { id: 'portal-feed.widget.link', defaultMessage: en['widget.link'] },
        href: '/plugins/portal-feed',
      },
      permissions: READ.map((permission) => ({ ...permission })),
      component: async () => (await import('./feed-widget')).FeedWidget,
    },
    ...widgets,
  ]);
}
