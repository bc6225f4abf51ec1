import { refused } from '../../platform/refusals/refusal';
import type { Step } from '../../writing/step';
import { USER } from './user-uid';

// PostgreSQL error class 23, unique_violation; the indexes are in database/schema/060-accounts.sql.
const UNIQUE_VIOLATION = '23505';
const INDEX = /^stadtverbund_account_(email|username)$/;

const isTaken = (error: unknown): boolean => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && INDEX.test(constraint ?? '');
};

/** Answers 400 if the database refuses a second account with the same e-mail address or user name, on any path. */
export const uniqueAccount: Step = {
  name: 'unique-account',
  appliesTo: (_strapi, { uid }) => uid === USER,
  async around(_strapi, _call, next) {
    try {
      return await next();
    } catch (cause) {
      throw isTaken(cause) ? refused('account-taken', [], {}, { cause }) : cause;
    }
  },
};
