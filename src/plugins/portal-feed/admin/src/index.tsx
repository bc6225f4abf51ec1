import type { StrapiApp } from '@strapi/strapi/admin';
import { Webhooks } from '@strapi/icons';
import { READ } from './permissions';
import { registerTexts } from '#src/admin/components/plugin-texts';
import { TEXTS } from './translations/languages';
import { addFeedWidget } from './widget/add-feed-widget';

export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: 'plugins/portal-feed',
      icon: Webhooks,
      position: 3,
      permissions: READ.map((permission) => ({ ...permission })),
      intlLabel: { id: 'portal-feed.menu', defaultMessage: TEXTS.en.menu },
      Component: () => import('./pages/feed-pages'),
    });
    addFeedWidget(app);
    app.registerPlugin({ id: 'portal-feed', name: 'Portal feed' });
  },

  registerTrads: registerTexts('portal-feed', TEXTS),
};
