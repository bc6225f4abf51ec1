import type { accountLinks as German } from '../de/account-links';

export const accountLinks: typeof German = {
  password: 'New password',
  passwordHint: 'At least 10 characters, best of all several words',
  username: 'Your name',
  usernameHint: 'This is how the others who manage the business, and the editors, see you.',
  account: 'Go to “My business”',
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
    over: {
      title: 'This link is no longer valid',
      text: [
        'Since the e-mail was sent, the password or the address of the account has changed, or the account no longer exists.',
        'If you need a new password, please have a new link sent to you.',
      ],
    },
    again: 'Send a new link',
  },
  emailChange: {
    title: 'Confirm your new e-mail address',
    text: (email) => [
      `Should your account have the address ${email} from now on? Then you sign in with it, and our e-mails go there.`,
    ],
    label: 'Confirm the new address',
    done: {
      title: 'The new address is confirmed',
      text: [
        'From now on, sign in with it. Your password stays as it is, and devices that are signed in stay signed in.',
        'Those who read the mails to the address before can undo the change for some more days.',
      ],
    },
    over: {
      title: 'This change is no longer valid',
      text: [
        'It was replaced by a newer one or undone, or the password has changed since. Your account is as it was before.',
        'If you still want to change the address, please start again in your account.',
      ],
    },
  },
  emailChangeUndo: {
    title: 'Undo the change of e-mail address',
    text: (email) => [
      'Another e-mail address was given for your account. If this was not you, somebody knows your password.',
      `So please choose a new one. Your account then has the address ${email} again, and all devices are signed out.`,
    ],
    label: 'Undo and save password',
    done: {
      title: 'The change is undone',
      text: ['Your account has the address that we wrote to. Sign in with it and with your new password.'],
    },
    over: {
      title: 'The change is undone already',
      text: ['There is nothing left to do.'],
    },
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
