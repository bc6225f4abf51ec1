import { DEFAULT_LANGUAGE, LANGUAGES } from '../../languages/language';
import { wrapAccountActions } from '../../platform/strapi/patches';
import { hardenAuthController } from './auth-controller';

interface UsersPermissions {
  controllers: unknown;
  contentTypes: { user: { schema: { attributes: Record<string, unknown> } } };
}

/** The language for mails to an account; Strapi reserves `locale`. */
const LANGUAGE = {
  type: 'enumeration',
  enum: [...LANGUAGES],
  default: DEFAULT_LANGUAGE,
  configurable: false,
};

/** Registration, confirmation and password reset for Stadtverbund (docs/operations.md). */
export default (plugin: UsersPermissions): UsersPermissions => {
  plugin.contentTypes.user.schema.attributes.language = LANGUAGE;
  wrapAccountActions(plugin, hardenAuthController);
  return plugin;
};
