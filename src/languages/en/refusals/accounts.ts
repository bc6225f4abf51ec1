import type { accounts as German } from '../../de/refusals/accounts';

export const accounts: Record<keyof typeof German, string> = {
  'password-short': 'The password is too short. Please choose at least {minimum} characters.',
  'password-long': 'The password is too long. Please choose at most {maximum} bytes (umlauts count twice).',
  'password-common':
    'This password is too easy to guess: it is on lists of common passwords or consists of little but a known name. Please choose another one, best of several words.',
  'username-shape':
    'The user name needs 3 to 120 characters: letters, digits, spaces and . _ + -. An e-mail address may only be your own.',
  'email-shape': '{field}: this is not an e-mail address. Please enter it in the form name@example.org.',
  'account-taken':
    'Email or Username are already taken. Please log in, reset your password or choose others.',
  'username-taken': 'Someone else has this user name already. Please choose another one.',
  'email-unchanged':
    'This is the e-mail address of your account already. Please enter the new one, or leave it at that.',
  'account-token': 'The link has expired or has been used. Please ask for a new one.',
  'erasure-open': 'Something is still open that has to be settled first. “details.what” says what it is.',
  'session-ended': 'Your session has ended. Please log in again.',
};
