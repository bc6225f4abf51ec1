import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { pageAddress } from '../pages/pages';
import { publicUrl } from './public-url';

/** The address of the page of a secret link. @param action to send its form to, if not the page itself */
export const linkUrl = (strapi: Core.Strapi, token: string, language: Language, action?: string): OwnUrl =>
  publicUrl(
    strapi,
    pageAddress(strapi, 'secret-link', language, { token }) + (action === undefined ? '' : `/${action}`),
  );
