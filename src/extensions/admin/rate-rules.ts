import { DAY, MINUTE, rateRule } from '../../platform/rate-limit/domain/rule';

// Failed log-ins. One person mistypes a few times, an office behind one address a few dozen times. Trying one password
// on many accounts, or many passwords from many addresses on one account, hits one of the three.
export const SIGN_IN_BY_PERSON = rateRule('admin-sign-in-person', 5, 5 * MINUTE);
export const SIGN_IN_BY_ADDRESS = rateRule('admin-sign-in-address', 30, 15 * MINUTE);
export const SIGN_IN_BY_ACCOUNT = rateRule('admin-sign-in-account', 20, 15 * MINUTE);

/** Where someone has signed in recently, so that the failures of others do not lock them out there. */
export const SIGNED_IN_BEFORE = rateRule('admin-signed-in', 1, 90 * DAY);

// The same as for contributors (src/extensions/users-permissions/rate-rules.ts).
export const MAIL_BY_ADDRESS = rateRule('admin-mail-address', 30, 10 * MINUTE);
export const MAIL_BY_RECIPIENT = rateRule('admin-mail-recipient', 5, 10 * MINUTE);
export const TOKEN_BY_ADDRESS = rateRule('admin-token-address', 30, 10 * MINUTE);

// Every open tab requests a new token every half an hour, and when it is loaded.
export const REFRESH_BY_ADDRESS = rateRule('admin-refresh-address', 300, MINUTE);
