import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { pageAddress } from '../pages/pages';
import { publicUrl } from './public-url';

/** Where contributors go to see and change what is theirs; mails lead there. */
export const contributorPlace = (strapi: Core.Strapi, language: Language): OwnUrl =>
  publicUrl(strapi, pageAddress(strapi, 'my-business', language));
