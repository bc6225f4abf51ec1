import { createHash, randomBytes } from 'node:crypto';
import { buildExpiringToken } from './domain/expiring-token';

// One hour: long enough to find the mail, short enough in case others can read the mailbox later.
const RESET_LIFETIME_MS = 3_600_000;

/** The stored form of a token, which is useless to someone who reads the database. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new password-reset token. */
export const createResetToken = (now: Date): string =>
  buildExpiringToken(randomBytes(32).toString('hex'), new Date(now.getTime() + RESET_LIFETIME_MS));

/** A new e-mail confirmation token; valid until it is used. */
export const createConfirmationToken = (): string => randomBytes(32).toString('hex');
