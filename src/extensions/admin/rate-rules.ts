import { MINUTE, rateRule } from '../../platform/rate-limit/domain/rule';

// The same as for contributors (src/extensions/users-permissions/rate-rules.ts).
export const MAIL_BY_ADDRESS = rateRule('admin-mail-address', 30, 10 * MINUTE);
export const MAIL_BY_RECIPIENT = rateRule('admin-mail-recipient', 5, 10 * MINUTE);
export const TOKEN_BY_ADDRESS = rateRule('admin-token-address', 30, 10 * MINUTE);

// Every open tab requests a new token every half an hour, and when it is loaded.
export const REFRESH_BY_ADDRESS = rateRule('admin-refresh-address', 300, MINUTE);
