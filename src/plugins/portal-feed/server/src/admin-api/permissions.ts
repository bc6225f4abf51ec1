import type { Core } from '@strapi/strapi';
import { registerAdminActions } from '#src/platform/strapi/admin-services';

/**
 * Three, because they are for different people: viewing is harmless; resending repeats what a portal should get anyway;
 * managing decides where the city's data goes and reveals secrets, which is a task for administrators.
 * `domain/editorial-role.ts` grants the first two to the role Redaktion; the third has to be granted by a super admin.
 */
const ACTIONS = [
  { uid: 'read', displayName: 'Watch portals and deliveries', pluginName: 'portal-feed', section: 'plugins' },
  {
    uid: 'send',
    displayName: 'Send deliveries again and send test events',
    pluginName: 'portal-feed',
    section: 'plugins',
  },
  {
    uid: 'manage',
    displayName: 'Manage portals, their secrets and what they get',
    pluginName: 'portal-feed',
    section: 'plugins',
  },
];

export type FeedPermission =
  'plugin::portal-feed.read' | 'plugin::portal-feed.send' | 'plugin::portal-feed.manage';

/** Registers the permissions with the admin panel. Call in the plugin's bootstrap; later Strapi refuses. */
export const registerAdminPermissions = (strapi: Core.Strapi): Promise<void> =>
  registerAdminActions(strapi, ACTIONS);
