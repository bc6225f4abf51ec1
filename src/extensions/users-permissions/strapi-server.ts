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
const LANGUAGE = { type: 'enumeration', enum: ['de', 'en'], default: 'de', configurable: false };

// The plugin's object outlives a Strapi that is stopped and started in one process, as in tests: wrapped once only.
const hardened = new WeakSet<UsersPermissions['controllers']['auth']>();

/** Registration, confirmation and password reset as Stadtverbund wants them (docs/operations.md). */
export default (plugin: UsersPermissions): UsersPermissions => {
  const original = plugin.controllers.auth;
  plugin.contentTypes.user.schema.attributes.language = LANGUAGE;
  if (!hardened.has(original)) {
    plugin.controllers.auth = (context) => hardenAuthController(context.strapi, original(context));
    hardened.add(plugin.controllers.auth);
  }
  return plugin;
};
