import type { Core } from '@strapi/strapi';
import { registerAdminActions } from '#src/platform/strapi/admin-services';

/** Admin permissions of the plugin; `domain/editorial-role.ts` grants them to the role Redaktion. */
const ACTIONS = [
  {
    uid: 'review',
    displayName: 'Review submissions and reports',
    pluginName: 'moderation',
    section: 'plugins',
  },
  {
    uid: 'suspend',
    displayName: 'Suspend, reinstate, archive and restore entries',
    pluginName: 'moderation',
    section: 'plugins',
  },
];

/** Registers the permissions with the admin panel. */
export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  registerAdminActions(strapi, ACTIONS);
