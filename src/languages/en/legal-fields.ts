import type { legalProfileFields as german } from '../de/legal-fields';
import type { FieldText, FieldTexts } from '../field-texts';

/** What only the city knows, for the pages that the law asks for. */
export const legalProfileFields: Readonly<Record<keyof typeof german, FieldText>> = {
  operator: ['Operator', 'Who runs this website. Shown on /impressum; the law asks for it.'],
  privacy: ['Privacy', 'What only you know. Shown on /datenschutz, beside what the software says itself.'],
  accessibility: [
    'Accessibility',
    'What only you know. Shown on /barrierefreiheit, beside the measurement of this version.',
  ],
  termsOfUse: [
    'Own terms of use',
    'Plain text, paragraphs separated by empty lines: whom you admit and what is not allowed. Shown on /nutzungsbedingungen, before what the software does.',
  ],
  isExample: [
    'Example',
    'For demonstrations: imprint, privacy and accessibility then say that what they state is made up.',
  ],
};

export const legalComponents: FieldTexts['components'] = {
  'legal.operator': {
    name: 'Operator',
    fields: {
      operatorName: [
        'Name of the operator',
        'With its legal form, such as “City of Musterstadt, corporation under public law”.',
      ],
      representedBy: ['Represented by', 'Who represents the operator, with the office: “Mayor Eva Muster”.'],
      address: ['Address', 'Street and place; a post-office box is not enough.'],
      phone: ['Phone', 'The number under which you can be reached.'],
      email: [
        'E-mail',
        'Also for authorities and users (contact point under DSA Art. 11 and 12). It is public.',
      ],
      contactLanguages: [
        'Languages of the contact point',
        'In which languages one can write to you: “German and English”.',
      ],
      responsibleForContent: [
        'Responsible for editorial texts',
        'Name and address (MStV § 18 (2)), if you publish notices.',
      ],
      register: ['Register entry', 'Court and number, if there is one.'],
      vatId: ['VAT ID', 'If there is one, such as DE123456789.'],
      supervisoryAuthority: ['Supervisory authority', 'If there is one, with its address.'],
    },
  },
  'legal.body': {
    name: 'Body',
    fields: {
      bodyName: ['Name of the body', 'As it calls itself.'],
      postalAddress: ['Postal address', 'In lines, as on a letter.'],
      phone: ['Phone', 'The number under which it can be reached.'],
      email: ['E-mail', 'The address at which it can be reached.'],
      url: ['Website', 'The whole address, with https://.'],
    },
  },
  'legal.privacy': {
    name: 'Privacy',
    fields: {
      officer: ['Data protection officer', 'Office or name, and address. Authorities always need one.'],
      officerPhone: ['Phone for data protection', 'Optional.'],
      officerEmail: ['E-mail for data protection', 'Optional, but usual. It is public.'],
      supervisoryBody: [
        'Data protection authority',
        'The authority to which one can complain, such as that of your state.',
      ],
      processors: ['Processors', 'Who runs servers and mails for you, and where.'],
      privacyMore: [
        'More about privacy',
        'What you do beside the software, such as logs of the web server and when they are deleted.',
      ],
    },
  },
  'legal.accessibility': {
    name: 'Accessibility',
    fields: {
      lawName: ['Law on accessibility', 'For cities that of your state, such as “§ 10 BGG NRW”.'],
      enforcementBody: [
        'Enforcement body',
        'Where one turns if your answer is not enough: the body of your state.',
      ],
      feedbackContact: ['Contact about barriers', 'Beside the form: office, address or phone.'],
      lastReviewed: [
        'Statement last reviewed on',
        'At least once a year. After that, the software reminds you.',
      ],
      checkedByHand: [
        'Checked by people',
        'Who has checked what, when and by which method, such as a BIK BITV test.',
      ],
      knownIssues: ['Known barriers', 'What is not accessible, why, and what can be done instead.'],
      plainLanguageUrl: [
        'Address: easy-to-read',
        'Page with the contents in easy-to-read language, if there is one.',
      ],
      signLanguageUrl: [
        'Address: sign language',
        'Page with a film in German Sign Language, if there is one.',
      ],
    },
  },
  'legal.known-issue': {
    name: 'Known barrier',
    fields: {
      issue: ['What is not accessible', 'So that those concerned understand it.'],
      cause: ['Why', 'The three grounds that the law knows.'],
      alternative: ['What can be done instead', 'The accessible way to the same content.'],
      issueSince: ['Known since', 'Optional.'],
      issueUntil: ['Will be mended by', 'Optional.'],
    },
  },
};

export const legalValues = {
  noncompliance: 'Not accessible yet',
  burden: 'Disproportionate burden',
  'out-of-scope': 'Outside the scope of the law',
} as const;
