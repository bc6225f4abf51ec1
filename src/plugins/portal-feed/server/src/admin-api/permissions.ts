import type { Core } from '@strapi/strapi';

/**
 * Three, because they are given to different people: watching harms nothing; sending again repeats what a portal was to
 * get anyway; managing decides where the city's data goes and hands out secrets, which is running the installation.
 * `domain/editorial-role.ts` gives the first two to the role Redaktion; the third is the super admin's to give.
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

interface ActionProvider {
  registerMany(actions: typeof ACTIONS): Promise<void>;
}

/** Makes the permissions known to the admin panel; in the plugin's bootstrap, later Strapi refuses. */
export async function registerAdminPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: ActionProvider;
  };
  await actionProvider.registerMany(ACTIONS);
}
