import { createHash, randomBytes } from 'node:crypto';
import { buildExpiringToken } from './domain/expiring-token';

// An hour: long enough to find the mail, short enough for a mailbox that others can read later.
const RESET_LIFETIME_MS = 3_600_000;

/** What of a token is stored: who reads the database cannot use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new password-reset token. */
export const createResetToken = (now: Date): string =>
  buildExpiringToken(randomBytes(32).toString('hex'), new Date(now.getTime() + RESET_LIFETIME_MS));

/** A new e-mail confirmation token; it ends when it is used. */
export const createConfirmationToken = (): string => randomBytes(32).toString('hex');
