import { createHash, randomBytes } from 'node:crypto';
import { webhookSecret } from '../domain/webhook-secret';

// 32 bytes: no one guesses them, so a plain hash keeps the token as well as a slow one would.
const TOKEN_BYTES = 32;
// Standard Webhooks asks for 24 to 64.
const SECRET_BYTES = 32;

const PREFIX = 'portal_';

/** A new bearer token of the pull feed. */
export const newToken = (): string => `${PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`;

/** What is stored of a token. Looked up by equality of the hash, so its comparison tells nothing of the token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A new webhook secret, `whsec_…`. */
export const newSecret = (): string => webhookSecret(randomBytes(SECRET_BYTES));
