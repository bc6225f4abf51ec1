import { refused } from '../../platform/refusals/refusal';
import type { Step } from '../../writing/step';
import { USER } from './user-uid';

// PostgreSQL error class 23, unique_violation; the indexes are in database/schema/060-accounts.sql.
const UNIQUE_VIOLATION = '23505';
const REFUSALS = {
  stadtverbund_account_email: { code: 'account-taken', path: ['email'] },
  stadtverbund_account_username: { code: 'username-taken', path: ['username'] },
} as const;

const refusalFor = (error: unknown) => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION ? REFUSALS[constraint as keyof typeof REFUSALS] : undefined;
};

/** Answers 400 if the database refuses a second account with the same e-mail address or user name, on any path. */
export const uniqueAccount: Step = {
  name: 'unique-account',
  appliesTo: (_strapi, { uid }) => uid === USER,
  async around(_strapi, _call, next) {
    try {
      return await next();
    } catch (cause) {
      const found = refusalFor(cause);
      throw found ? refused(found.code, found.path, {}, { cause }) : cause;
    }
  },
};
