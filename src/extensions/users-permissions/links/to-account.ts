import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { pageAddress } from '#src/platform/pages/pages';

/** Where a page leads when it is done. */
export const toAccount = (strapi: Core.Strapi, language: Language) => ({
  next: {
    label: CATALOGUES[language].accountLinks.account,
    url: pageAddress(strapi, 'my-business', language),
  },
});
