import type { Core } from '@strapi/strapi';
import { appKeysFor, type AppKeys } from '../../platform/http/app-keys';

/** The keys of preview tokens. */
export const previewKeys = (strapi: Core.Strapi): AppKeys =>
  appKeysFor(strapi, 'stadtverbund: previews of drafts');
