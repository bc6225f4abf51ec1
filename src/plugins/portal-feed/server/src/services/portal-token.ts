import { createHash, randomBytes } from 'node:crypto';
import { webhookSecret } from '../domain/webhook-secret';

// 32 bytes cannot be guessed, so a plain hash protects the token as well as a slow one.
const TOKEN_BYTES = 32;
// Standard Webhooks requires 24 to 64.
const SECRET_BYTES = 32;

const PREFIX = 'portal_';

/** A new bearer token of the pull feed. */
export const newToken = (): string => `${PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`;

/** The stored form of a token. It is looked up by its hash, so timing reveals nothing about the token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A new webhook secret, `whsec_…`. */
export const newSecret = (): string => webhookSecret(randomBytes(SECRET_BYTES));
