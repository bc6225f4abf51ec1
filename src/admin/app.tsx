import type { StrapiApp } from '@strapi/strapi/admin';
import { LANGUAGES } from '../languages/languages';
import logo from './assets/logo.svg';
import { addWarningsPanel } from './warnings/warnings-panel';
import { addHelpTexts } from './help-texts';
import { addListTexts } from './list-texts';
import { hideMediaLibraryBanner, preferGerman } from './local-storage';
import { orderMenu } from './menu-order';
import { showOwnTitle, speakPanelLanguage } from './strapi/patches';
import { translations } from './translations/messages';

export default {
  config: {
    // English is always there.
    locales: LANGUAGES.filter((language) => language !== 'en'),
    translations,
    auth: { logo },
    menu: { logo },
    // No advertising and no calls to other servers in a city's panel.
    tutorials: false,
    notifications: { releases: false },
  },

  register(): void {
    preferGerman(window.localStorage);
    speakPanelLanguage(window);
    hideMediaLibraryBanner(window.localStorage);
  },

  bootstrap(app: StrapiApp): void {
    addHelpTexts(app);
    addListTexts(app);
    orderMenu(app);
    addWarningsPanel(app);
    showOwnTitle(document);
  },
};
