import type { accountLinks as German } from '../de/account-links';

export const accountLinks: typeof German = {
  password: 'New password',
  passwordHint: 'At least 10 characters, best of all several words',
  username: 'Your name',
  usernameHint: 'This is how the others who manage the business, and the editors, see you.',
  account: 'To your account',
  confirm: {
    title: 'Confirm e-mail address',
    text: (email) => [`Is ${email} your address? Then please confirm it.`],
    label: 'Confirm address',
    done: 'Your address is confirmed',
    doneText: ['You can now sign in with your account.'],
    already: 'Your address is confirmed already',
    alreadyText: ['There is nothing left to do. You can sign in with your account.'],
  },
  reset: {
    title: 'Choose a new password',
    text: (email) => [
      `Choose a new password for the account ${email}. All devices that are signed in now will be signed out.`,
    ],
    label: 'Save password',
    done: 'Your new password is valid',
    doneText: ['You can now sign in with it.'],
  },
  invitation: {
    title: (business) => `Invitation: manage “${business}”`,
    text: (by, business) => [
      `“${by}” invites you to help manage the listing “${business}”. We wrote neither of these names.`,
    ],
    withAccount: (email) =>
      `You have an account with the address ${email} already. It gets access to the listing.`,
    withoutAccount: (email) =>
      `You have no account with the address ${email} yet. Choose a name and a password, and we create it.`,
    accept: 'Accept invitation',
    register: 'Create account and accept',
    already: (business) => `The invitation is accepted already: “${business}”`,
    done: (business) => `You now manage “${business}”`,
    doneText: ['Sign in with your account to change the listing.'],
  },
};
