import { createHash } from 'node:crypto';

/** The stored form of a token that a release up to 0.1 mailed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
