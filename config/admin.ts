import type { Core } from '@strapi/strapi';
import { requiredSecret } from '../src/bootstrap/required-secret';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: requiredSecret('ADMIN_JWT_SECRET'),
    sessions: { accessTokenLifespan: 1800, maxRefreshTokenLifespan: 30 * 86_400, maxSessionLifespan: 86_400 },
  },
  apiToken: { salt: requiredSecret('API_TOKEN_SALT') },
  transfer: { token: { salt: requiredSecret('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: requiredSecret('ENCRYPTION_KEY') },
  // Off only in end-to-end tests, which log in more often than a person does.
  rateLimit: { enabled: env.bool('ADMIN_RATE_LIMIT', true) },
  // `npm run develop` may run where there is no browser.
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
  preview: { enabled: false, config: { handler: () => null } },
});

export default config;
