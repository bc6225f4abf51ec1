import { DEFAULT_LANGUAGE, LANGUAGES } from '../../domain/language';
import type { Core } from '@strapi/strapi';
import { hardenAuthController, type AuthController } from './auth-controller';

interface PluginContext {
  strapi: Core.Strapi;
}

interface UsersPermissions {
  controllers: { auth: (context: PluginContext) => AuthController };
  contentTypes: { user: { schema: { attributes: Record<string, unknown> } } };
}

/** The language that an account is written to in; Strapi keeps `locale` for itself. */
const LANGUAGE = {
  type: 'enumeration',
  enum: [...LANGUAGES],
  default: DEFAULT_LANGUAGE,
  configurable: false,
};

// The plugin's object outlives a Strapi that is stopped and started in one process, and this module, of which tests load
// several builds: it is wrapped once only, or every login would count twice.
const HARDENED = Symbol.for('stadtverbund.hardened');

/** Registration, confirmation and password reset as Stadtverbund wants them (docs/operations.md). */
export default (plugin: UsersPermissions): UsersPermissions => {
  const original = plugin.controllers.auth;
  plugin.contentTypes.user.schema.attributes.language = LANGUAGE;
  if (!(HARDENED in original))
    plugin.controllers.auth = Object.assign(
      (context: PluginContext) => hardenAuthController(context.strapi, original(context)),
      { [HARDENED]: true },
    );
  return plugin;
};
