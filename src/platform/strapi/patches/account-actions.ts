import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { functionsOf } from './functions-of';

interface PluginContext {
  strapi: Core.Strapi;
}

type Action = (ctx: Context, next?: () => Promise<unknown>) => Promise<unknown>;

/** What of the controller `auth` is called: what a name stands for is still Strapi's own. */
export const ACCOUNT_ACTIONS = [
  ...(['callback', 'resetPassword', 'emailConfirmation', 'changePassword', 'refresh'] as const),
  ...(['register', 'forgotPassword', 'sendEmailConfirmation'] as const),
] as const;

export type AccountActions = Record<(typeof ACCOUNT_ACTIONS)[number], Action>;

interface Controllers {
  auth: ((context: PluginContext) => AccountActions) & { [WRAPPED]?: true };
}

// The plugin's object outlives a Strapi that is stopped and started in one process, and this module, of which tests load
// several builds: it is wrapped once only, or every login would count twice.
const WRAPPED = Symbol.for('stadtverbund.wrapped-account-actions');

/**
 * Lets accounts of the content API register, sign in and choose passwords in another way; what `change` does not name
 * stays Strapi's. To be called where users-permissions is extended.
 */
export function wrapAccountActions(
  plugin: { controllers?: unknown },
  change: (strapi: Core.Strapi, original: AccountActions) => Partial<AccountActions>,
): void {
  const controllers = functionsOf<Controllers>(
    'account-actions',
    'The plugin users-permissions',
    plugin.controllers,
    'auth',
  );
  const original = controllers.auth;
  if (original[WRAPPED]) return;
  const wrapped = (context: PluginContext): AccountActions => {
    const actions = functionsOf<AccountActions>(
      'account-actions',
      'The controller auth',
      original(context),
      ...ACCOUNT_ACTIONS,
    );
    return { ...actions, ...change(context.strapi, actions) };
  };
  controllers.auth = Object.assign(wrapped, { [WRAPPED]: true as const });
}
