import type { StrapiApp } from '@strapi/strapi/admin';
import { Webhooks } from '@strapi/icons';
import { READ } from './permissions';
import { de } from './translations/de';
import { en } from './translations/en';
import { addFeedWidget } from './widget/add-feed-widget';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, en };

export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: 'plugins/portal-feed',
      icon: Webhooks,
      position: 3,
      permissions: READ.map((permission) => ({ ...permission })),
      intlLabel: { id: 'portal-feed.menu', defaultMessage: en.menu },
      Component: () => import('./pages/feed-pages'),
    });
    addFeedWidget(app);
    app.registerPlugin({ id: 'portal-feed', name: 'Portal feed' });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: prefixed(TEXTS[locale] ?? {}) }));
  },
};

function prefixed(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [`portal-feed.${id}`, text]));
}
