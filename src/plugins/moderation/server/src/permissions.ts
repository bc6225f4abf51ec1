import type { Core } from '@strapi/strapi';

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

interface ActionProvider {
  registerMany(actions: typeof ACTIONS): Promise<void>;
}

/** Registers the permissions with the admin panel. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: ActionProvider;
  };
  await actionProvider.registerMany(ACTIONS);
}
