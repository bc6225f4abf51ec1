/** Names of mails to accounts; those with a link call its purpose the same. */
export const CONFIRMATION = 'account-confirmation';
export const RESET = 'password-reset';
export const ACCOUNT_EXISTS = 'account-exists';
export const PASSWORD_CHANGED = 'password-changed';
export const EMAIL_CHANGE = 'email-change';
export const EMAIL_CHANGE_UNDO = 'email-change-undo';
export const EMAIL_CHANGE_UNDONE = 'email-change-undone';
