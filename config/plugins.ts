import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { assertPasswordAllowed } from '../src/extensions/users-permissions/assert-password-allowed';
import { STORED_TYPES } from '../src/files/domain/file-kinds';
import { apolloSettings } from '../src/reading/graphql/apollo-settings';
import { MAX_FORM_BYTES } from '../src/platform/http/form-routes';
import { mailSettings } from '../src/platform/mail/mail-settings';

// Read by the i18n plugin when it is loaded, which is after this file: German is the default from the first boot on.
process.env.STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE ??= 'de';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      defaultLimit: 25,
      maxLimit: 100,
      // Strapi warns without it. Its rule is left out, ours limits the depth (src/reading/graphql/apollo-settings.ts).
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
          // A secure cookie over plain HTTP is refused by the server (500), so a demo on localhost switches it off.
          secure: env.bool('COOKIE_SECURE', env('NODE_ENV') === 'production'),
          sameSite: 'lax',
          path: '/',
        },
      },
      // Counted in this process only; src/platform/rate-limit counts over all instances instead.
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
  upload: {
    config: {
      sizeLimit: MAX_FORM_BYTES,
      // What the server allows; the type is sniffed from the bytes, not believed.
      security: { allowedTypes: [...STORED_TYPES] },
      // One thread a picture and nothing kept of it; how many at once: src/files/pictures.ts.
      sharp: { cache: false, concurrency: 1 },
      breakpoints: { large: 1200, medium: 750, small: 500 },
    },
  },
  'content-releases': { enabled: false },
});

export default config;
