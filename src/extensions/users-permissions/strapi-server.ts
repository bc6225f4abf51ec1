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

/** Registration, confirmation and password reset as Stadtverbund wants them (docs/operations.md). */
export default (plugin: UsersPermissions): UsersPermissions => {
  const original = plugin.controllers.auth;
  plugin.contentTypes.user.schema.attributes.language = LANGUAGE;
  plugin.controllers.auth = (context) => hardenAuthController(context.strapi, original(context));
  return plugin;
};
