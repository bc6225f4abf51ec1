import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { functionsOf } from './functions-of';

interface PluginContext {
  strapi: Core.Strapi;
}

type Action = (ctx: Context, next?: () => Promise<unknown>) => Promise<unknown>;

/** The controller `auth` before it is changed: each action is still Strapi's own. */
export const ACCOUNT_ACTIONS = [
  ...(['callback', 'resetPassword', 'emailConfirmation', 'changePassword', 'refresh'] as const),
  ...(['register', 'forgotPassword', 'sendEmailConfirmation'] as const),
] as const;

export type AccountActions = Record<(typeof ACCOUNT_ACTIONS)[number], Action>;

interface Controllers {
  auth: ((context: PluginContext) => AccountActions) & { [WRAPPED]?: true };
}

// The plugin's object outlives a Strapi that is stopped and started in one process, and this module, which tests load
// from several builds. It must be wrapped only once, or every login would count twice.
const WRAPPED = Symbol.for('stadtverbund.wrapped-account-actions');

/**
 * Changes how accounts of the content API register, sign in and choose passwords; actions that `change` does not name
 * stay Strapi's. Call where users-permissions is extended.
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
