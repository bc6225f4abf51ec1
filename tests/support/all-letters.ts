import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import {
  mailText,
  ofEditors,
  typed,
  type LetterWords,
  type MailText,
  type OwnUrl,
} from '#src/languages/mail-text';
import type { Letter, Letterhead } from '#src/platform/mail/domain/letter';
import { decisionWords, type MailKind } from '#src/plugins/moderation/server/src/domain/decision-mail-texts';
import { isTakenFromMaker } from '#src/plugins/moderation/server/src/domain/transitions';
import { DECISIONS } from '#src/plugins/moderation/server/src/intake/domain/kinds';
import { digestWords } from '#src/plugins/moderation/server/src/domain/digest-text';

const OWN = 'https://betriebe.example.org';
const own = (path: string): OwnUrl => `${OWN}${path}` as OwnUrl;

/** What people typed or editors wrote, wherever a letter has a place for it. */
export interface Written {
  readonly typed: string;
  readonly reason: string;
}

const LINK = own('/konto/passwort#code=0123456789abcdef');
const about = own('/betriebe/baeckerei-oeztuerk');

const PORTAL = 'https://portal.example/hook';
const IMPRINT = own('/impressum');

/** The links that letters may have, whatever people type. */
export const LINKS: readonly string[] = [
  LINK,
  PORTAL,
  about,
  IMPRINT,
  own('/konto'),
  own('/en/account'),
  own('/l/abc'),
];

export const letterhead = (language: Language): Letterhead => ({
  sender: CATALOGUES[language].mails.frame.platform(mailText`Dortmund`),
  imprint: {
    text: ofEditors(
      'Stadt Dortmund, Wirtschaftsförderung\nFriedensplatz 1, 44135 Dortmund\nVertreten durch den Oberbürgermeister',
    ),
    url: IMPRINT,
  },
  replyTo: 'redaktion@dortmund.example',
});

const placesIn = (language: Language) => ({
  about,
  change: own(language === 'en' ? '/en/account' : '/konto'),
});

const dayIn = (language: Language): MailText =>
  language === 'de' ? mailText`24. November 2026` : mailText`24 November 2026`;

const toldIn = (language: Language) => ({ number: mailText`2026-17`, day: dayIn(language), about });

const objectingIn = (language: Language) => ({ link: own('/l/abc'), until: dayIn(language) });

const statementIn = (language: Language) => ({
  basis: 'terms' as const,
  norm: 'Abschnitt 3',
  afterNotice: false,
  ...objectingIn(language),
});
const day = (language: Language): MailText =>
  language === 'de' ? mailText`7. Dezember 2026` : mailText`7 December 2026`;

const KINDS = Object.keys(CATALOGUES.de.mails.decisions) as MailKind[];

/** What every letter says, by the name of its kind. */
const words: Readonly<Record<string, (written: Written, language: Language) => LetterWords>> = {
  confirmation: (_written, language) =>
    CATALOGUES[language].mails.accounts.confirmation({ link: LINK, sender: letterhead(language).sender }),
  'new-password': (_written, language) =>
    CATALOGUES[language].mails.accounts.reset({ link: LINK, sender: letterhead(language).sender }),
  'account-exists': (_written, language) =>
    CATALOGUES[language].mails.accounts.exists({ link: LINK, sender: letterhead(language).sender }),
  'password-changed': (_written, language) =>
    CATALOGUES[language].mails.accounts.passwordChanged({ link: LINK, sender: letterhead(language).sender }),
  'email-change': (_written, language) =>
    CATALOGUES[language].mails.accounts.emailChange({ link: LINK, sender: letterhead(language).sender }),
  'email-change-undo': ({ typed: newEmail }, language) =>
    CATALOGUES[language].mails.accounts.emailChangeUndo({
      link: LINK,
      newEmail,
      sender: letterhead(language).sender,
    }),
  'email-change-undone': (_written, language) =>
    CATALOGUES[language].mails.accounts.emailChangeUndone({ sender: letterhead(language).sender }),
  export: (_written, language) =>
    CATALOGUES[language].mails.dataRights.export({
      link: LINK,
      sender: letterhead(language).sender,
      until: day(language),
    }),
  ...Object.fromEntries(
    (['leave', 'remove'] as const).flatMap((listings) => [
      [
        `account-deletion-${listings}`,
        (_written: Written, language: Language) =>
          CATALOGUES[language].mails.dataRights.deletion({
            link: LINK,
            sender: letterhead(language).sender,
            day: day(language),
            listings,
          }),
      ],
      ...[true, false].map((byEditor) => [
        `account-deleted-${listings}${byEditor ? '-by-editor' : ''}`,
        (_written: Written, language: Language) =>
          CATALOGUES[language].mails.dataRights.deleted({
            sender: letterhead(language).sender,
            listings,
            byEditor,
          }),
      ]),
    ]) as [string, (written: Written, language: Language) => LetterWords][],
  ),
  'own-data': (_written, language) =>
    CATALOGUES[language].mails.dataRights.ownData({ link: LINK, sender: letterhead(language).sender }),
  'own-data-nothing': (_written, language) =>
    CATALOGUES[language].mails.dataRights.nothing({ sender: letterhead(language).sender }),
  'editor-new-password': (_written, language) =>
    CATALOGUES[language].mails.desk.reset({ link: LINK, sender: letterhead(language).sender }),
  'editor-invitation': (_written, language) =>
    CATALOGUES[language].mails.desk.invitation({ link: LINK, sender: letterhead(language).sender }),
  invitation: ({ typed: name }, language) =>
    CATALOGUES[language].mails.contributors.invitation({ by: name, business: name, link: LINK }),
  'invitation-accepted': ({ typed: name }, language) =>
    CATALOGUES[language].mails.contributors.accepted({
      username: name,
      by: name,
      business: name,
      ...placesIn(language),
    }),
  receipt: ({ typed: name }, language) =>
    CATALOGUES[language].mails.contributors.receipt({ username: name, title: name, ...placesIn(language) }),
  ...Object.fromEntries(
    [true, false].map((accepted) => [
      accepted ? 'claim-accepted' : 'claim-refused',
      ({ typed: name, reason }: Written, language: Language) =>
        CATALOGUES[language].mails.contributors.claim({
          username: name,
          business: name,
          accepted,
          reason,
          ...placesIn(language),
        }),
    ]),
  ),
  ...Object.fromEntries(
    KINDS.map((kind) => [
      `decision-${kind}`,
      ({ typed: title, reason }: Written, language: Language) =>
        decisionWords(kind, language, {
          title,
          reason,
          ...(isTakenFromMaker(kind) ? { statement: statementIn(language) } : {}),
          ...placesIn(language),
        }),
    ]),
  ),
  'decision-suspend-illegal': ({ typed: title, reason }, language) =>
    decisionWords('suspend', language, {
      title,
      reason,
      statement: { ...statementIn(language), basis: 'illegal', norm: '§ 185 StGB', afterNotice: true },
      ...placesIn(language),
    }),
  ...Object.fromEntries(
    [false, true].map((isObjection) => [
      isObjection ? 'intake-receipt-objection' : 'intake-receipt',
      ({ typed: title }: Written, language: Language) =>
        CATALOGUES[language].mails.intake.receipt({
          ...toldIn(language),
          title: typed(title),
          isObjection,
          due: dayIn(language),
        }),
    ]),
  ),
  'intake-receipt-page': (_written, language) =>
    CATALOGUES[language].mails.intake.receipt({
      ...toldIn(language),
      about: undefined,
      isObjection: false,
      due: dayIn(language),
    }),
  ...Object.fromEntries(
    DECISIONS.map((decision) => [
      `intake-${decision}`,
      ({ typed: title, reason }: Written, language: Language) =>
        CATALOGUES[language].mails.intake.decided({
          ...toldIn(language),
          title: typed(title),
          decision,
          reason: ofEditors(reason),
          objection: decision === 'settled' ? undefined : objectingIn(language),
        }),
    ]),
  ),
  ...Object.fromEntries(
    [
      { name: 'objection-won', won: true, byMaker: true },
      { name: 'objection-of-reporter-won', won: true, byMaker: false },
      { name: 'objection-lost', won: false, byMaker: true },
    ].map(({ name, ...outcome }) => [
      name,
      ({ typed: title, reason }: Written, language: Language) =>
        CATALOGUES[language].mails.intake.objectionDecided({
          ...toldIn(language),
          title: typed(title),
          ...outcome,
          reason: ofEditors(reason),
        }),
    ]),
  ),
  digest: ({ typed: title }, language) =>
    digestWords(
      {
        submissions: 2,
        reports: 1,
        claims: 3,
        titles: [
          { title, hours: 70 },
          { title, hours: 5 },
          { title, hours: 1 },
        ],
        due: [{ number: '2026-17', day: dayIn(language) }],
      },
      language,
      LINK,
    )!,
  'digest-of-one': ({ typed: title }, language) =>
    digestWords({ submissions: 1, reports: 0, claims: 0, titles: [{ title, hours: 26 }] }, language, LINK)!,
  'accessibility-review': (_written, language) =>
    CATALOGUES[language].mails.accessibilityReview({
      day: dayIn(language),
      link: LINK,
    }),
  'portal-off-editor': ({ typed: portal }, language) =>
    CATALOGUES[language].mails.portals.toEditor({
      portal,
      url: PORTAL,
      why: CATALOGUES[language].mails.portals.why.gone,
      link: LINK,
    }),
  'portal-off-contact': ({ typed: portal }, language) =>
    CATALOGUES[language].mails.portals.toContact({
      portal,
      url: PORTAL,
      why: CATALOGUES[language].mails.portals.why.failing,
    }),
};

const alsoInEnglish = (kind: string, written: Written): Pick<Letter, 'alsoIn'> => {
  const of = words[kind];
  return kind === 'portal-off-contact' && of ? { alsoIn: [{ language: 'en', ...of(written, 'en') }] } : {};
};

/** Every letter that exists, in a language, by the name of its kind. */
export const lettersIn = (language: Language, written: Written): ReadonlyMap<string, Letter> =>
  new Map(
    Object.entries(words).map(([kind, of]) => [
      kind,
      {
        to: 'anna@betrieb.example',
        language,
        ...of(written, language),
        ...(kind.startsWith('digest') ? { repeats: { unsubscribe: own('/l/abc') } } : {}),
        ...(language === 'de' ? alsoInEnglish(kind, written) : {}),
      },
    ]),
  );

/** Each letter with its language, for `test.each`. */
export const EVERY_LETTER: readonly (readonly [kind: string, language: Language])[] = LANGUAGES.flatMap(
  (language) => Object.keys(words).map((kind) => [kind, language] as const),
);
