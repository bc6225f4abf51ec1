import type { Core } from '@strapi/strapi';
import { appKeysFor, type AppKeys } from '../platform/http/app-keys';

/** The keys for file addresses. */
export const signingKeys = (strapi: Core.Strapi): AppKeys =>
  appKeysFor(strapi, 'stadtverbund: addresses of files that are not public');
