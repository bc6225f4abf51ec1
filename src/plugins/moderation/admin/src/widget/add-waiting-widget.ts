import { Clock } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { REVIEW } from '../permissions';
import { en } from '../translations/en';

/** Puts waiting work first on the home page. */
export function addWaitingWidget(app: StrapiApp): void {
  app.widgets.register((widgets) => [
    {
      id: 'waiting',
      pluginId: 'moderation',
      icon: Clock,
      title: { id: 'moderation.widget.title', defaultMessage: en['widget.title'] },
      link: {
        label: { id: 'moderation.widget.link', defaultMessage: en['widget.link'] },
        href: '/plugins/moderation',
      },
      permissions: REVIEW.map((permission) => ({ ...permission })),
      component: async () => (await import('./waiting-widget')).WaitingWidget,
    },
    ...widgets,
  ]);
}
