import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { assertPasswordAllowed } from '../src/extensions/users-permissions/assert-password-allowed';
import { STORED_TYPES } from '../src/files/domain/file-kinds';
import { apolloSettings } from '../src/reading/graphql/apollo-settings';
import { MAX_FORM_BYTES } from '../src/platform/http/form-routes';
import { mailSettings } from '../src/platform/mail/mail-settings';

// The i18n plugin, which is loaded after this file, reads it: German is the default from the first boot on.
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= 'de';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      defaultLimit: 25,
      // Nothing is cut: a larger page than 100 is refused by name (src/reading/domain/query-shape.ts).
      maxLimit: 1_000_000_000,
      // Strapi warns if it is missing. We do not use its rule; ours limits the depth
      // (src/reading/graphql/apollo-settings.ts).
      depthLimit: 8,
      landingPage: false,
      apolloServer: apolloSettings(env.bool('GRAPHQL_INTROSPECTION', env('NODE_ENV') !== 'production')),
    },
  },
  'users-permissions': {
    config: {
      jwtSecret: requiredSecret('JWT_SECRET'),
      jwtManagement: 'refresh',
      sessions: {
        httpOnly: true,
        accessTokenLifespan: 600,
        maxRefreshTokenLifespan: 30 * 86_400,
        idleRefreshTokenLifespan: 14 * 86_400,
        maxSessionLifespan: 86_400,
        idleSessionLifespan: 7_200,
        cookie: {
          name: 'strapi_up_refresh',
          // The server refuses to set a secure cookie over plain HTTP (500), so a demo on localhost switches it off.
          secure: env.bool('COOKIE_SECURE', env('NODE_ENV') === 'production'),
          sameSite: 'lax',
          path: '/',
        },
      },
      // The plugin counts per process; src/platform/rate-limit counts across all instances instead.
      ratelimit: { enabled: false },
      validationRules: { validatePassword: assertPasswordAllowed },
    },
  },
  email: { config: { ...mailSettings(process.env) } },
  moderation: {
    enabled: true,
    resolve: './src/plugins/moderation',
    config: { membershipType: 'api::membership.membership' },
  },
  'self-service': { enabled: true, resolve: './src/plugins/self-service' },
  'portal-feed': {
    enabled: true,
    resolve: './src/plugins/portal-feed',
    config: {
      categoryType: 'api::category.category',
      districtType: 'api::district.district',
      cityType: 'api::city-profile.city-profile',
    },
  },
  directory: { enabled: true, resolve: './src/plugins/directory' },
  pages: { enabled: true, resolve: './src/plugins/pages' },
  upload: {
    config: {
      sizeLimit: MAX_FORM_BYTES,
      // Allowed types; they are detected from the bytes, not taken from the client.
      security: { allowedTypes: [...STORED_TYPES] },
      // One thread per picture and no cache; src/files/pictures.ts limits how many run at once.
      sharp: { cache: false, concurrency: 1 },
      breakpoints: { large: 1200, medium: 750, small: 500 },
    },
  },
  'content-releases': { enabled: false },
});

export default config;
