import type { RateRule } from '../../rate-limit/rule';

const MINUTE = 60;
const DAY = 86_400;

// Failed logins: a guesser gets 10 a minute at one account, an office behind one address 60.
export const LOGIN_BY_ACCOUNT: RateRule = { name: 'login-account', limit: 10, windowSeconds: MINUTE };
export const LOGIN_BY_ADDRESS: RateRule = { name: 'login-address', limit: 60, windowSeconds: MINUTE };

// Registrations and mails to one address of the world: enough for an information evening, too few for a mail bomb.
export const REGISTER_BY_ADDRESS: RateRule = {
  name: 'register-address',
  limit: 60,
  windowSeconds: 10 * MINUTE,
};
export const REGISTER_BY_ADDRESS_A_DAY: RateRule = {
  name: 'register-address-day',
  limit: 300,
  windowSeconds: DAY,
};
export const MAIL_BY_RECIPIENT: RateRule = {
  name: 'account-mail-recipient',
  limit: 5,
  windowSeconds: 10 * MINUTE,
};
export const MAIL_BY_RECIPIENT_A_DAY: RateRule = {
  name: 'account-mail-recipient-day',
  limit: 20,
  windowSeconds: DAY,
};
export const MAIL_BY_ADDRESS: RateRule = {
  name: 'account-mail-address',
  limit: 30,
  windowSeconds: 10 * MINUTE,
};

// Tokens cannot be guessed; this only keeps the noise down.
export const TOKEN_BY_ADDRESS: RateRule = { name: 'account-token-address', limit: 60, windowSeconds: MINUTE };
