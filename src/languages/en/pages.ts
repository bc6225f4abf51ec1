import type { pages as German } from '../de/pages';

/** The city's pages: frame, errors, links from mails, accounts. */
export const pages: typeof German = {
  noCity: 'Local businesses',
  skip: 'Skip to content',
  home: 'Home',
  languages: 'Language',
  about: 'About this website',
  problems: 'Please check what you entered',
  refused: 'That has not worked yet',
  problemTitle: 'Error: {title}',
  optional: 'optional',
  leaveEmpty: 'Please leave empty',
  start: {
    title: 'Local businesses in {city}',
    titleWithoutCity: 'Local businesses',
    lead: 'What businesses offer here, when they are open and who supports them: kept by the businesses themselves, checked by editors.',
    ways: {
      businesses: {
        title: 'For businesses',
        text: 'Show your own business: find it, take it over and keep it up to date.',
        link: 'Go to “My business”',
      },
      websites: {
        title: 'For websites and portals',
        text: 'Everything that is published here can be read and used without an account.',
        link: 'To the interface',
      },
      editors: {
        title: 'For editors',
        text: 'Check and publish entries, and write press notices.',
        link: 'Editors’ login',
      },
    },
  },
  errors: {
    toStart: 'To the home page',
    400: {
      title: 'That was not possible',
      text: 'Please go back one step and try again.',
    },
    404: {
      title: 'There is no such page',
      text: 'Part of the address may be missing, or the page has moved. If you followed a link in an e-mail, please copy all of it into the address bar.',
    },
    410: {
      title: 'This page is gone',
      text: 'What was here has expired or was removed.',
    },
    429: {
      title: 'One moment, please',
      text: 'Too many requests have just come from your connection. Please wait a little and try again.',
    },
    500: {
      title: 'Sorry, that did not work',
      text: 'Something went wrong on our side; it is not your fault. We have made a note of it. Please try again in a few minutes.',
    },
    503: {
      title: 'We are very busy at the moment',
      text: 'The server cannot keep up right now. Please try again in a minute.',
    },
  },
  link: {
    unknown: {
      title: 'This link does not exist, or no longer',
      text: [
        'Perhaps a piece is missing: please copy the whole link from the e-mail into the address bar.',
        'Otherwise what it was about is done or deleted. If you still need something, please start again where you asked for the e-mail.',
      ],
    },
    expired: {
      title: 'This link has expired',
      text: 'Links in our e-mails are valid for some time only. We can send you a new one, to the same e-mail address.',
      again: 'Send a new link',
      // If links of this kind cannot be sent again.
      ask: 'Links in our e-mails are valid for some time only. Please ask for a new one where you started.',
    },
  },
  /** Until the program of the page runs. */
  myBusiness: {
    title: 'My business',
    lead: 'Here businesses look after their own entries.',
    waiting: 'One moment please …',
    withoutScript: 'This page needs JavaScript. Please turn it on in your browser and load the page again.',
    toAccount: 'Password, data and account work without it',
    toIt: 'Go to “My business”',
    // Part of its address.
    claim: 'claim',
  },
  ownData: {
    short: 'Your data',
    title: 'What do we know about you?',
    lead: 'Have you reported, pledged or asked for something? Find out here what is stored about it, and delete it.',
    text: [
      'Enter your e-mail address. We will send the answer there: a link with which you can see, download and delete everything, or a message that nothing is stored.',
    ],
    email: 'E-mail address',
    label: 'Send me the answer',
    account: [
      'If you have a business account, you can get and delete your data there once you have signed in. Would you rather write a letter? The address is in the imprint.',
    ],
    sent: {
      title: 'Please check your inbox',
      text: [
        'Our answer is on its way. It usually arrives within a minute.',
        'Nothing there? Look in your spam folder, and check whether the address was right.',
      ],
    },
  },
  account: {
    title: 'Your account',
    lead: 'With an account, businesses keep their own entry up to date.',
    joining: {
      title: 'No account yet?',
      text: [
        'Is your business listed here already, or would you like to add it? In “My business” you sign in or get an account.',
      ],
      link: 'Go to “My business”',
    },
    existing: 'If you have an account',
    password: {
      title: 'Forgotten password',
      teaser: 'You will get a link by e-mail with which you can choose a new one.',
      text: 'Enter the e-mail address of your account. We will send you a link for choosing a new password; it is valid for one hour.',
      label: 'Send the link',
    },
    confirmation: {
      title: 'Send the confirmation again',
      teaser: 'You have registered but not received the e-mail to confirm your address.',
      text: 'Have you registered but not received the e-mail to confirm your address? We will send it again.',
      label: 'Send the e-mail',
    },
    export: {
      title: 'Download my data',
      teaser: 'Everything that is stored about your account, with your entries and pictures.',
      text: 'We put everything that is stored about your account into a ZIP file and send you a link to it. You can ask for it once an hour.',
      label: 'Ask for my data',
    },
    deletion: {
      title: 'Delete the account',
      teaser: 'After a week, during which you can change your mind.',
      text: 'Your account will be deleted in a week, with everything that tells who you are. Until then you can keep it with one click in our mail.',
      label: 'Delete the account',
    },
    remove: 'Also delete listings that nobody else manages',
    removeHint:
      'Otherwise they stay public: without your e-mail address, and no longer passed on to other portals.',
    exportAsked: {
      title: 'Your data are being put together',
      text: 'As soon as the file is ready, you get a mail with a link. It rarely takes more than a few minutes.',
    },
    deletionAsked: {
      title: 'Your account will be deleted in a week',
      text: 'A mail with everything else is on its way. With the link in it you can keep the account.',
    },
    sent: {
      title: 'Please check your inbox',
      text: [
        'If there is an account for this address, an e-mail is on its way to it. It usually arrives within a minute.',
        'Nothing there? Look into your spam folder, or check whether you registered with another address.',
      ],
    },
    confirm: {
      title: 'Confirm your e-mail address',
      text: 'With one click you confirm that this e-mail address is yours. After that you can sign in.',
      label: 'Confirm the address',
      over: 'This link is no longer valid. Have you confirmed the address already? Then you can simply sign in. Otherwise please ask for a new link.',
    },
    confirmed: {
      title: 'Your e-mail address is confirmed',
      text: 'Thank you. You can now sign in with your account.',
    },
    newPassword: {
      title: 'Choose a new password',
      label: 'Save the password',
      link: 'Link in the e-mail',
      linkHint: 'Please copy the whole link from the e-mail to this field.',
      field: 'New password',
      hint: 'At least 10 characters; several words are best.',
      askAgain: 'Ask for a new link',
      over: 'This link has expired or has been used. If you need a new password, please have a new link sent to you; it is valid for an hour.',
    },
    passwordSet: {
      title: 'Your new password is set',
      text: 'You can now sign in with it. You have been signed out on all devices on which you were still signed in.',
    },
    invitation: {
      title: 'Accept an invitation',
      text: 'Please sign in with the account whose e-mail address was invited. After that you help manage the entry.',
      email: 'E-mail address',
      password: 'Password',
      label: 'Sign in and accept',
    },
    joined: {
      title: 'You now help manage the entry',
      text: 'The invitation is accepted. The business is now in your account.',
    },
    email: 'E-mail address',
  },
};
