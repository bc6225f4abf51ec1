import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';
import { previewUrl } from '../src/reading/preview/preview-url';

const config = (): Core.Config.Admin => ({
  auth: {
    secret: requiredSecret('ADMIN_JWT_SECRET'),
    sessions: { accessTokenLifespan: 1800, maxRefreshTokenLifespan: 30 * 86_400, maxSessionLifespan: 86_400 },
  },
  apiToken: { salt: requiredSecret('API_TOKEN_SALT') },
  transfer: { token: { salt: requiredSecret('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: requiredSecret('ENCRYPTION_KEY') },
  // Strapi counts per process; src/extensions/admin counts across all instances instead.
  rateLimit: { enabled: false },
  // `npm run develop` may run on a machine without a browser.
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
  // Strapi is not at hand here, as it is when the panel asks.
  preview: {
    enabled: true,
    config: { handler: (uid, asked) => previewUrl(strapi, uid, asked) },
  },
});

export default config;
