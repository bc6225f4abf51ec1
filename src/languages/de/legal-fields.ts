import type { FieldTexts } from '../field-texts';

/** What only the city knows, for the pages that the law asks for. */
export const legalProfileFields = {
  operator: ['Anbieter', 'Wer diese Website betreibt. Steht auf /impressum; das Gesetz verlangt es.'],
  privacy: [
    'Datenschutz',
    'Was nur Sie wissen. Steht auf /datenschutz, neben dem, was die Software selbst sagt.',
  ],
  accessibility: [
    'Barrierefreiheit',
    'Was nur Sie wissen. Steht auf /barrierefreiheit, neben der Messung dieser Version.',
  ],
  termsOfUse: [
    'Eigene Nutzungsbedingungen',
    'Reiner Text, Absätze durch Leerzeilen getrennt: wen Sie aufnehmen und was nicht erlaubt ist. Steht auf /nutzungsbedingungen, vor dem, was die Software tut.',
  ],
  isExample: [
    'Beispiel',
    'Für Vorführungen: Impressum, Datenschutz und Barrierefreiheit tragen dann den Hinweis, dass ihre Angaben erfunden sind.',
  ],
} as const satisfies FieldTexts['types'][string]['fields'];

export const legalComponents: FieldTexts['components'] = {
  'legal.operator': {
    name: 'Anbieter',
    fields: {
      operatorName: [
        'Name des Anbieters',
        'Mit Rechtsform, zum Beispiel „Stadt Musterstadt, Körperschaft des öffentlichen Rechts“.',
      ],
      representedBy: [
        'Vertreten durch',
        'Wer den Anbieter vertritt, mit Amt: „Oberbürgermeisterin Eva Muster“.',
      ],
      address: ['Anschrift', 'Straße und Ort; ein Postfach genügt nicht.'],
      phone: ['Telefon', 'Die Nummer, unter der man Sie erreicht.'],
      email: [
        'E-Mail',
        'Auch für Behörden und Nutzende (Kontaktstelle nach Art. 11 und 12 DSA). Sie ist öffentlich.',
      ],
      contactLanguages: [
        'Sprachen der Kontaktstelle',
        'In welchen Sprachen man Ihnen schreiben kann: „Deutsch und Englisch“.',
      ],
      responsibleForContent: [
        'Verantwortlich für redaktionelle Texte',
        'Name und Anschrift (§ 18 Abs. 2 MStV), wenn Sie Mitteilungen veröffentlichen.',
      ],
      register: ['Registereintrag', 'Gericht und Nummer, falls es einen gibt.'],
      vatId: ['Umsatzsteuer-ID', 'Falls es eine gibt, zum Beispiel DE123456789.'],
      supervisoryAuthority: ['Aufsichtsbehörde', 'Falls es eine gibt, mit Anschrift.'],
    },
  },
  'legal.body': {
    name: 'Stelle',
    fields: {
      bodyName: ['Name der Stelle', 'Wie sie sich selbst nennt.'],
      postalAddress: ['Postanschrift', 'In Zeilen, wie auf einem Brief.'],
      phone: ['Telefon', 'Die Nummer, unter der man sie erreicht.'],
      email: ['E-Mail', 'Die Adresse, unter der man sie erreicht.'],
      url: ['Website', 'Vollständige Adresse, mit https://.'],
    },
  },
  'legal.privacy': {
    name: 'Datenschutz',
    fields: {
      officer: [
        'Datenschutzbeauftragte Person oder Stelle',
        'Amt oder Name und Anschrift. Behörden brauchen immer eine.',
      ],
      officerPhone: ['Telefon für Datenschutz', 'Freiwillig.'],
      officerEmail: ['E-Mail für Datenschutz', 'Freiwillig, aber üblich. Sie ist öffentlich.'],
      supervisoryBody: [
        'Datenschutzaufsicht',
        'Die Behörde, bei der man sich beschweren kann, zum Beispiel die Landesbeauftragte.',
      ],
      processors: ['Auftragsverarbeiter', 'Wer für Sie Server und E-Mails betreibt, und wo.'],
      privacyMore: [
        'Weitere Angaben zum Datenschutz',
        'Was Sie außer der Software tun, zum Beispiel Protokolle des Webservers und wann sie gelöscht werden.',
      ],
    },
  },
  'legal.accessibility': {
    name: 'Barrierefreiheit',
    fields: {
      lawName: [
        'Gesetz zur Barrierefreiheit',
        'Für Städte das Gesetz Ihres Landes, zum Beispiel „§ 10 BGG NRW“.',
      ],
      enforcementBody: [
        'Durchsetzungsstelle',
        'Wohin man sich wendet, wenn Ihre Antwort nicht genügt: die Stelle Ihres Landes.',
      ],
      feedbackContact: ['Kontakt für Barrieren', 'Außer dem Formular: Stelle, Anschrift oder Telefon.'],
      lastReviewed: [
        'Erklärung zuletzt geprüft am',
        'Mindestens einmal im Jahr. Danach erinnert die Software Sie.',
      ],
      checkedByHand: [
        'Von Menschen geprüft',
        'Wer wann was mit welchem Verfahren geprüft hat, zum Beispiel einen BIK BITV-Test.',
      ],
      knownIssues: ['Bekannte Barrieren', 'Was nicht zugänglich ist, warum, und was stattdessen geht.'],
      plainLanguageUrl: [
        'Adresse: Leichte Sprache',
        'Seite mit den Inhalten in Leichter Sprache, falls es sie gibt.',
      ],
      signLanguageUrl: [
        'Adresse: Gebärdensprache',
        'Seite mit einem Video in Deutscher Gebärdensprache, falls es sie gibt.',
      ],
    },
  },
  'legal.known-issue': {
    name: 'Bekannte Barriere',
    fields: {
      issue: ['Was nicht zugänglich ist', 'So, dass Betroffene es verstehen.'],
      cause: ['Warum', 'Die drei Gründe, die das Gesetz kennt.'],
      alternative: ['Was stattdessen geht', 'Der zugängliche Weg zu demselben Inhalt.'],
      issueSince: ['Bekannt seit', 'Freiwillig.'],
      issueUntil: ['Wird behoben bis', 'Freiwillig.'],
    },
  },
};

export const legalValues = {
  noncompliance: 'Noch nicht barrierefrei',
  burden: 'Unverhältnismäßiger Aufwand',
  'out-of-scope': 'Das Gesetz gilt dafür nicht',
} as const;
