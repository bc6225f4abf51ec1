import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { publicUrl } from './public-url';

const PATHS: Readonly<Record<Language, string>> = { de: '/konto', en: '/en/account' };

/** Where contributors go to see and change what is theirs; mails lead there. */
export const contributorPlace = (strapi: Core.Strapi, language: Language): OwnUrl =>
  publicUrl(strapi, PATHS[language]);
