import { DEFAULT_LANGUAGE, LANGUAGES } from '../../domain/language';
import { wrapAccountActions } from '../../platform/strapi/patches';
import { hardenAuthController } from './auth-controller';

interface UsersPermissions {
  controllers: unknown;
  contentTypes: { user: { schema: { attributes: Record<string, unknown> } } };
}

/** The language that an account is written to in; Strapi keeps `locale` for itself. */
const LANGUAGE = {
  type: 'enumeration',
  enum: [...LANGUAGES],
  default: DEFAULT_LANGUAGE,
  configurable: false,
};

/** Registration, confirmation and password reset as Stadtverbund wants them (docs/operations.md). */
export default (plugin: UsersPermissions): UsersPermissions => {
  plugin.contentTypes.user.schema.attributes.language = LANGUAGE;
  wrapAccountActions(plugin, hardenAuthController);
  return plugin;
};
