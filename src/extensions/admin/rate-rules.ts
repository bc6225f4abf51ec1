import type { RateRule } from '../../rate-limit/rule';

const MINUTE = 60;
const DAY = 86_400;

// Failed log-ins. One person mistypes a few times; an office behind one address a few dozen; who tries one password on
// many accounts, or many from many addresses on one, is stopped by one of the three.
export const SIGN_IN_BY_PERSON: RateRule = {
  name: 'admin-sign-in-person',
  limit: 5,
  windowSeconds: 5 * MINUTE,
};
export const SIGN_IN_BY_ADDRESS: RateRule = {
  name: 'admin-sign-in-address',
  limit: 30,
  windowSeconds: 15 * MINUTE,
};
export const SIGN_IN_BY_ACCOUNT: RateRule = {
  name: 'admin-sign-in-account',
  limit: 20,
  windowSeconds: 15 * MINUTE,
};

/** Where somebody has signed in lately: there the failures of others do not keep them out. */
export const SIGNED_IN_BEFORE: RateRule = { name: 'admin-signed-in', limit: 1, windowSeconds: 90 * DAY };

// As for contributors (src/extensions/users-permissions/rate-rules.ts).
export const MAIL_BY_ADDRESS: RateRule = {
  name: 'admin-mail-address',
  limit: 30,
  windowSeconds: 10 * MINUTE,
};
export const MAIL_BY_RECIPIENT: RateRule = {
  name: 'admin-mail-recipient',
  limit: 5,
  windowSeconds: 10 * MINUTE,
};
export const TOKEN_BY_ADDRESS: RateRule = {
  name: 'admin-token-address',
  limit: 30,
  windowSeconds: 10 * MINUTE,
};

// Every open tab asks for a new token each half an hour, and once when it is loaded.
export const REFRESH_BY_ADDRESS: RateRule = {
  name: 'admin-refresh-address',
  limit: 300,
  windowSeconds: MINUTE,
};
