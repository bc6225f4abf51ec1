import type { lawPages as german } from '../de/law-pages';

const number = (value: number): string => value.toLocaleString('en-GB');

/** The pages that the law asks for. */
export const lawPages: typeof german = {
  example:
    'Example: this is a demonstration. What this page says about the operator is made up; no city is responsible for it.',
  missing: {
    title: 'Something is still missing on this page',
    text: 'The body that runs this website still has to state:',
    one: (label: string, law: string): string => `${label} (asked for by ${law})`,
  },
  labels: {
    operator: 'Operator',
    representedBy: 'Represented by',
    address: 'Address',
    phone: 'Phone',
    email: 'E-mail',
    register: 'Register entry',
    vatId: 'VAT identification number',
    supervisoryAuthority: 'Supervisory authority',
    responsibleForContent: 'Responsible for editorial texts (MStV § 18 (2))',
    languages: 'Languages',
    website: 'Website',
  },
  imprint: {
    title: 'Imprint',
    description: 'Who runs this website, and how to reach them.',
    contact: {
      title: 'Contact point for authorities and for everyone who uses this website',
      text: 'This is how you reach us directly (Art. 11 and 12 of the Digital Services Act, DSA). Your message is read by people, not by a program.',
    },
    report: 'Report content',
    more: 'Further information',
    sources: {
      title: 'Content and sources',
      text: 'Entries are written by the businesses themselves, or come from open data; each entry names its source. What businesses write is approved by editors.',
    },
  },
  privacy: {
    title: 'Privacy',
    description: 'What this website stores about you, what for, how long, and which rights you have.',
    lead: 'You can read everything here without telling us anything about yourself. We only store what you send us.',
    visit: {
      title: 'When you visit this website',
      text: [
        'This website sets no cookies, counts no visits and loads nothing from other servers: no fonts, no maps, no captchas. If you sign in as a business or an editor, it stores what signing in needs.',
        'So that nobody floods the forms, the server keeps a check value of your internet address for a short time. The address cannot be read from it.',
      ],
    },
    responsible: { title: 'Who is responsible' },
    officer: { title: 'Data protection officer' },
    kept: {
      title: 'How long data is stored',
      text: 'This table is made by the program itself: it deletes by itself, every night, what is listed here.',
      what: 'What',
      deleted: 'Deleted',
    },
    details: {
      title: 'What for, on which legal basis, for whom',
      text: 'For each line of the table, the rest that Art. 13 of the General Data Protection Regulation (GDPR) asks for.',
      whose: 'Whose data',
      purpose: 'What for',
      legalBasis: 'Legal basis',
      recipients: 'Who gets it',
      deleted: 'Deleted',
      keeps: 'Remains even after an erasure on request',
      kept: (what: string, why: string, until: string): string => `${what} (${why}), ${until}`,
    },
    processors: { title: 'Who processes data for us' },
    more: { title: 'What else we do' },
    rights: {
      title: 'Your rights',
      text: [
        'You can find out what is stored about you (GDPR Art. 15), have wrong data corrected (Art. 16) and deleted (Art. 17), have processing restricted (Art. 18), take your data with you in a common format (Art. 20) and object to processing (Art. 21). You can withdraw your consent at any time; this does not affect what happened before.',
        'Nothing on this website decides about you automatically (Art. 22).',
      ],
      own: 'See and delete what is stored about you',
      account: 'With a business account: download your data, or delete the account',
      report: 'Report something about privacy',
    },
    complaint: {
      title: 'Where you can complain',
      text: 'You can complain to a data protection authority (GDPR Art. 77), preferably the one responsible for us:',
    },
  },
  terms: {
    title: 'Terms of use',
    description: 'What may be shown here, who decides about it, and how to object.',
    lead: 'Everyone may read here, without an account and free of charge. The following applies to businesses that list themselves.',
    own: 'Rules of this platform',
    admitted: {
      title: 'Who can be listed',
      place: (kilometres: number): string =>
        `Businesses in the city and up to ${kilometres} km around its centre.`,
      size: (name: string): string => `The largest size accepted: ${name}.`,
      anySize: 'Businesses of any size.',
      chains: 'Branches of chains are accepted.',
      noChains: 'Branches of chains are not accepted.',
      free: 'An entry costs nothing. Contracts between businesses and their customers are not made here, and no money is taken here.',
    },
    review: {
      title: 'How we decide about content',
      text: [
        'An editor reads what a business writes before it becomes public. Changes to opening hours, the phone number and the consent to pass a public entry on take effect at once.',
        'The editors can ask for changes, reject, suspend or archive. They always give the business the reason: what, based on which facts, and against which law or which of these rules (DSA Art. 17). Programs give hints, for example about a wrong postcode; they decide nothing.',
      ],
    },
    notice: {
      title: 'Reporting something',
      text: 'Everyone can report any entry, without an account. If you give an e-mail address, you get a receipt with a number at once, and later the decision with its reason. The business is not told who reported it.',
      link: 'To the form',
    },
    objection: {
      title: 'Objecting',
      text: (months: number): string =>
        `Businesses, and everyone who has reported something illegal, a violation of the rules or a privacy problem, can object to the decision once within ${months} months, free of charge, with the link in the e-mail. Another editor then decides. You can go to court in any case.`,
    },
    misuse: {
      title: 'Misuse',
      text: 'Only a few reports an hour are accepted from one internet connection. If you are flooded with reports all the same, or reported without reason, please contact the editors.',
    },
    sorting: 'How entries are sorted',
    transparency: 'Figures on reports and decisions (for programs)',
  },
  sorting: {
    title: 'How we sort',
    description: 'What the order of entries depends on, and what it does not.',
    lead: 'The order cannot be bought. This page is made from the same list that the search sorts by.',
    orders: {
      relevance: 'If you type something: what fits best',
      distance: 'If you give a place: what is nearest',
      name: 'Otherwise: by name',
      newest: 'On request, and in lists of new entries: the newest',
    },
    criteria: {
      points: 'more points first (see below)',
      distance: 'straight line, the nearest first; without a known place at the end',
      name: 'name, in the order of German telephone books (DIN 5007)',
      published: 'day of first publication, the newest first',
      id: 'id of the entry, random letters: only so that the order stays the same',
    },
    then: 'Compared one after the other; the next decides only where it is undecided so far:',
    points: {
      title: 'What earns points',
      text: 'For each word, the best place where it is found counts:',
      where: 'Where it is found',
      howMany: 'Points',
      nameWord: 'a word of the name',
      nameWordBeginning: 'the beginning of a word in the name',
      heading: 'the category or another heading',
      text2: 'the rest of the text',
      wholeName: 'in addition: the whole name is exactly what you have typed',
      nameBeginning: 'in addition: the name begins with what you have typed',
      independent: 'in addition: the entry belongs to no other (a business before its offers)',
      about: 'If a word means several things, or is misspelt, what is probably meant is searched for, too.',
    },
    lists: {
      title: 'Lists and the start page',
      of: (list: string, order: string): string => `${list}: ${order}`,
      short: {
        relevance: 'what fits best',
        distance: 'the nearest first',
        name: 'by name',
        newest: 'the newest first',
      },
      home: 'Start page: what is open now, the nearest to the centre first',
    },
    not: {
      title: 'What does not matter',
      items: [
        'Money: there are no advertisements and no paid places.',
        'Who you are: there is no profile of you; for the same search everyone sees the same.',
        'Clicks, ratings and how often an entry is looked at: none of this is counted.',
        'Whether a business is a partner, a member or especially busy.',
      ],
    },
    filters: 'Filters leave out what does not fit; they do not change the order.',
    open: 'The search is free software: everyone can read what it does.',
  },
  accessibility: {
    title: 'Accessibility statement',
    short: 'Accessibility',
    description: 'How accessible this website is, what is missing, and how to report barriers.',
    intro: (operator: string, law: string, site: string): string =>
      `${operator} is committed to making this website accessible, as the law asks (${law}). This statement applies to ${site}.`,
    someLaw: 'which one is not stated yet',
    someOperator: 'The body that runs this website',
    unfinished:
      'This statement is not complete yet: the law that applies, the enforcement body or the day of the last review are missing. It is binding only when the body that runs this website has completed it.',
    status: {
      title: 'Compliance status',
      full: 'This website is fully compliant with the requirements of the standard EN 301 549 (WCAG 2.2, levels A and AA).',
      partial:
        'This website is partially compliant with the requirements of the standard EN 301 549 (WCAG 2.2, levels A and AA). The reasons:',
      because: {
        violations: 'The automatic check has found violations; they are below.',
        issues: 'There are known barriers; they are below.',
        byHand: 'What programs cannot tell has not been checked by people yet.',
        unmeasured: 'There is no measurement of this version yet.',
      },
    },
    issues: {
      title: 'Non-accessible content',
      cause: 'Reason',
      alternative: 'What can be done instead',
      since: 'Known since',
      until: 'Will be fixed by',
      causes: {
        noncompliance: 'not compliant with the requirements yet',
        burden: 'disproportionate burden',
        'out-of-scope': 'outside the scope of the law',
      },
    },
    measured: {
      title: 'Automatic check',
      none: 'There is no measurement of this version yet.',
      text: (facts): string =>
        `On ${facts.day} version ${facts.version} was checked with ${facts.engine}: ${number(facts.pages)} kinds of pages in ${number(facts.views)} views (in each language, on a phone and on a computer), ${number(facts.rules)} rules. The pages of the software were measured with sample content.`,
      violations: (count: number): string =>
        count === 0
          ? 'Result: 0 violations.'
          : `Result: ${number(count)} ${count === 1 ? 'rule is' : 'rules are'} violated:`,
      incomplete: 'What the program cannot decide and people have to check:',
      where: (pages: readonly string[]): string => `on: ${pages.join(', ')}`,
    },
    byHand: {
      title: 'Check by people',
      none: 'No check by people has been stated yet.',
    },
    created: (day: string): string => `This statement was last reviewed on ${day}.`,
    old: 'That is more than a year ago; another review is due.',
    plain: 'Contents in easy-to-read German',
    sign: 'Contents in German Sign Language',
    feedback: {
      title: 'Reporting barriers',
      text: 'Is something not accessible to you? Write to us. You will get an answer within a month.',
      link: 'Report a barrier',
      also: 'Or in another way:',
    },
    enforcement: {
      title: 'Enforcement procedure',
      text: 'If you get no answer within a month, or are not satisfied with it, you can turn to this body. It costs nothing, and you do not need a lawyer.',
      none: 'The body has not been stated yet.',
    },
  },
  report: {
    title: 'Report something',
    short: 'Report something',
    description: 'Wrong information, illegal content, barriers: report here what is not right.',
    lead: 'Is something not right? Choose what it is about. You do not need an account.',
    choose: 'What is it about?',
    about: (url: string): string => `It is about this page: ${url}`,
    other: 'It is about something else',
    grounds: {
      illegal: {
        title: 'Illegal content',
        text: 'Something violates a law, such as an insult or a picture without permission.',
      },
      terms: {
        title: 'Violation of the terms of use',
        text: 'For example advertising that has nothing to do with the business, deception or offensive content.',
      },
      privacy: { title: 'Privacy', text: 'Something about you is shown here that should not be public.' },
      accessibility: { title: 'Barrier', text: 'A page cannot be operated, read or understood.' },
      wrong: { title: 'Wrong information', text: 'Phone number, address, hours or text are not right.' },
      closed: { title: 'Closed', text: 'The business does not exist any more, or has moved.' },
      correction: {
        title: 'Correction',
        text: 'You know what it should say: a name, a typing error, a detail that is missing.',
      },
    },
    fields: {
      url: 'Address of the page',
      urlHint: 'Copy it from the address bar. It begins with https://.',
      explanation: 'What is illegal, and why?',
      explanationHint: (minimum: number): string => `At least ${minimum} characters, at most 2000.`,
      message: 'What is it about?',
      whatIsWrong: 'What is wrong?',
      messageHint: 'At most 2000 characters.',
      law: 'Against which law?',
      clause: 'Against which part of the terms of use?',
      name: 'Your name',
      email: 'Your e-mail address',
      emailHint: 'For the receipt and the answer. The business is not told who you are.',
      needed: 'The law asks for this, unless it is about the sexual abuse of children.',
      childAbuse: 'It is about the sexual abuse of children; I do not want to give my name and address',
      goodFaith: 'I believe that what I report is right and complete',
    },
    label: 'Send the report',
    due: {
      days: (days: number): string => `We decide within ${days} days.`,
      months: (months: number): string =>
        months === 1
          ? 'You will get an answer within a month.'
          : `You will get an answer within ${months} months.`,
    },
    privacy: 'What happens with what you tell us',
    problems: {
      'notice-place':
        'Address of the page: please name the entry that it is about. Copy the address of its page.',
      'notice-elsewhere': 'Address of the page: this page is not ours. Please name a page of this website.',
      'notice-name':
        'Your name: please give it. The law asks for it, unless it is about the sexual abuse of children.',
      'notice-email':
        'Your e-mail address: please give it. The law asks for it, unless it is about the sexual abuse of children.',
      url: 'Address of the page: this is not an internet address. It begins with https:// or http://.',
    },
    taken: {
      title: 'Your report has arrived',
      number: (number: string): string => `Thank you! Your report has the number ${number}.`,
      next: 'An editor will read it and decide.',
      mail: 'If you have given an e-mail address, the receipt is on its way there, and later the decision with its reason.',
      noMail: 'If you have not, we cannot answer you. Note the number if you want to ask later.',
      objection: (months: number): string =>
        `If you do not agree with the decision, you can object within ${months} months; the e-mail says how.`,
    },
  },
};
