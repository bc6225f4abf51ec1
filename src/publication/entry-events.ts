import type { Core } from '@strapi/strapi';
import { countListeners, sendEntryEvents } from '../platform/strapi/patches';

// Plugins that do not listen to `entry.*` events in their register(), which runs before this.
const KNOWN_PLUGINS: ReadonlySet<string> = new Set([
  'content-manager',
  'content-type-builder',
  'email',
  'upload',
  'i18n',
  'content-releases',
  'review-workflows',
  'graphql',
  'users-permissions',
  'moderation',
  'self-service',
  'portal-feed',
  'directory',
  'pages',
]);

/**
 * Lets the document service send its `entry.*` events only where somebody listens. For each event it reads the whole
 * entry, a dozen statements after every save and every publication, also where there is no webhook (docs/adr/0029). With
 * a plugin that may have listened before, or Strapi's paid audit log, every event counts as heard. To be called in
 * `register()`.
 */
export function registerEntryEvents(strapi: Core.Strapi): void {
  const isHeard = countListeners(strapi);
  const isUnknown =
    Boolean(strapi.EE) || Object.keys(strapi.plugins).some((name) => !KNOWN_PLUGINS.has(name));
  sendEntryEvents(strapi, (eventName) => isUnknown || isHeard(eventName));
}
