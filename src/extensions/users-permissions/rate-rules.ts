import { DAY, MINUTE, rateRule } from '../../platform/rate-limit/domain/rule';

// Wrong tries of the present password by someone who is signed in; a stolen session could guess.
export const CURRENT_PASSWORD = rateRule('account-current-password', 10, 10 * MINUTE);

// Each is two mails; people change their address once in years, and mistype it at most a few times.
export const EMAIL_CHANGES_A_DAY = rateRule('account-email-changes-day', 5, DAY);

// Registrations and mails from one address: enough for an information evening, too few for a mail bomb.
export const REGISTER_BY_ADDRESS = rateRule('register-address', 60, 10 * MINUTE);
export const REGISTER_BY_ADDRESS_A_DAY = rateRule('register-address-day', 300, DAY);
export const MAIL_BY_RECIPIENT = rateRule('account-mail-recipient', 5, 10 * MINUTE);
export const MAIL_BY_RECIPIENT_A_DAY = rateRule('account-mail-recipient-day', 20, DAY);
export const MAIL_BY_ADDRESS = rateRule('account-mail-address', 30, 10 * MINUTE);

// Tokens cannot be guessed; this only limits the noise.
export const TOKEN_BY_ADDRESS = rateRule('account-token-address', 60, MINUTE);
