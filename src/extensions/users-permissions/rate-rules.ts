import { DAY, MINUTE, rateRule } from '../../platform/rate-limit/rule';

// Failed logins: a guesser gets 10 a minute at one account, an office behind one address 60.
export const LOGIN_BY_ACCOUNT = rateRule('login-account', 10, MINUTE);
export const LOGIN_BY_ADDRESS = rateRule('login-address', 60, MINUTE);

// Registrations and mails to one address of the world: enough for an information evening, too few for a mail bomb.
export const REGISTER_BY_ADDRESS = rateRule('register-address', 60, 10 * MINUTE);
export const REGISTER_BY_ADDRESS_A_DAY = rateRule('register-address-day', 300, DAY);
export const MAIL_BY_RECIPIENT = rateRule('account-mail-recipient', 5, 10 * MINUTE);
export const MAIL_BY_RECIPIENT_A_DAY = rateRule('account-mail-recipient-day', 20, DAY);
export const MAIL_BY_ADDRESS = rateRule('account-mail-address', 30, 10 * MINUTE);

// Tokens cannot be guessed; this only keeps the noise down.
export const TOKEN_BY_ADDRESS = rateRule('account-token-address', 60, MINUTE);
