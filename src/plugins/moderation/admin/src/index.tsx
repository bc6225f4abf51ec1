import type { StrapiApp } from '@strapi/strapi/admin';
import { CheckCircle, Shield } from '@strapi/icons';
import { addDesk } from './desk/add-desk';
import { addFormKeeper } from './form/add-form-keeper';
import { addModerationPanel } from './panel/moderation-panel';
import { PRIVACY, REVIEW } from './permissions';
import { registerTexts } from '#src/admin/components/plugin-texts';
import { TEXTS } from './translations/languages';
import { addWaitingWidget } from './widget/add-waiting-widget';

// Only `register` gets the app with its store; `bootstrap` gets a part without it.
let whole: StrapiApp | undefined;

export default {
  register(app: StrapiApp): void {
    whole = app;
    app.addMenuLink({
      to: 'plugins/moderation',
      icon: CheckCircle,
      position: 2,
      permissions: REVIEW.map((permission) => ({ ...permission })),
      intlLabel: { id: 'moderation.menu', defaultMessage: TEXTS.en.menu },
      Component: () => import('./pages/moderation-pages'),
    });
    app.addMenuLink({
      to: 'plugins/privacy',
      icon: Shield,
      position: 9,
      permissions: PRIVACY.map((permission) => ({ ...permission })),
      intlLabel: { id: 'moderation.privacy.menu', defaultMessage: TEXTS.en['privacy.menu'] },
      Component: () => import('./pages/privacy-page'),
    });
    addWaitingWidget(app);
    app.registerPlugin({ id: 'moderation', name: 'Moderation' });
  },

  bootstrap(app: StrapiApp): void {
    addFormKeeper(app);
    addModerationPanel(app, () => whole?.store ?? null);
    addDesk(app, () => whole?.store ?? null);
  },

  registerTrads: registerTexts('moderation', TEXTS),
};
