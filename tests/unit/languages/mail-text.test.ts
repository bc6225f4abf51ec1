import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUES } from '#src/languages/index';
import { mailText, ofEditors, typed, type MailContent, type OwnUrl } from '#src/languages/mail-text';
import { htmlOf, subjectOf } from '#src/platform/mail/mail';
import { decisionMail, type MailKind } from '#src/plugins/moderation/server/src/domain/decision-mail-texts';
import { digestMail } from '#src/plugins/moderation/server/src/domain/digest-text';
import {
  disabledMailToContact,
  disabledMailToEditor,
} from '#src/plugins/portal-feed/server/src/delivery/domain/disabled-mail';

const OWN = 'https://betriebe.example.org';
const LINK = `${OWN}/account/page.html#token=0123456789abcdef` as OwnUrl;

/** Every existing mail, with a person's text wherever there can be one. */
const MAILS: Readonly<Record<string, (text: string) => MailContent | null>> = {
  confirmation: () => CATALOGUES.de.mails.accounts.confirmation({ link: LINK }),
  'confirmation, English': () => CATALOGUES.en.mails.accounts.confirmation({ link: LINK }),
  'new password': () => CATALOGUES.de.mails.accounts.reset({ link: LINK }),
  'new password, English': () => CATALOGUES.en.mails.accounts.reset({ link: LINK }),
  ...Object.fromEntries(
    (['de', 'en'] as const).flatMap((language): [string, (text: string) => MailContent | null][] => [
      [
        `invitation ${language}`,
        (text: string) =>
          CATALOGUES[language].mails.contributors.invitation({ by: text, business: text, link: LINK }),
      ],
      [
        `receipt ${language}`,
        (text: string) => CATALOGUES[language].mails.contributors.receipt({ username: text, title: text }),
      ],
      ...[true, false].map((accepted): [string, (text: string) => MailContent] => [
        `claim ${accepted ? 'accepted' : 'refused'} ${language}`,
        (text: string) =>
          CATALOGUES[language].mails.contributors.claim({
            username: text,
            business: text,
            accepted,
            reason: 'Nein.',
          }),
      ]),
      ...(Object.keys(CATALOGUES.de.mails.decisions) as MailKind[]).map(
        (kind): [string, (text: string) => MailContent] => [
          `${kind} ${language}`,
          (text: string) => decisionMail(kind, language, { title: text, reason: 'Ein Grund.' }),
        ],
      ),
      [
        `digest ${language}`,
        (text: string) =>
          digestMail(
            { submissions: 2, reports: 1, claims: 3, titles: [{ title: text, hours: 70 }] },
            language,
            LINK,
          ),
      ],
      [
        `disabled, to an editor, ${language}`,
        (text: string) =>
          disabledMailToEditor({ portal: text, url: '', reason: 'gone', link: LINK }, language),
      ],
    ]),
  ),
  'disabled, to the contact': (text) =>
    disabledMailToContact({ portal: text, url: '', reason: 'failing', link: LINK }),
};

/** The building blocks of phishing, and anything else. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['http://', 'https:', '//', 'www.', 'evil.example', 'evil', '.', '@', ':', '/', '\\\\', 'mailto:'],
        ...[
          'tel:112',
          'ｗｗｗ．',
          '．',
          '。',
          '｡',
          '․',
          '﹒',
          '＠',
          '：',
          '⒈',
          '㏂',
          '…',
          '1.2.3.4',
          ' ',
          '\n',
          '\r\n',
        ],
        ...[
          '\u200b',
          '\u200d',
          '\u202e',
          '\u2066',
          '\ufeff',
          '\u00ad',
          '\u2028',
          '\t',
          '"',
          '<a href=',
          '&#46;',
          '\ud800',
        ],
        ...[
          'xn--e1awd7f',
          'еvil.рф',
          'Konto gesperrt',
          '👨‍👩‍👧',
          OWN,
          `${OWN}/x`,
          'ä',
          'a\u0300',
          '10:30',
          '-',
          '_',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** What an overly eager mail program would turn into a link: hosts, mail addresses, schemes, shares. */
const KEEN = [
  /[^\s.][.\u3002]+[\p{L}\p{N}\p{S}\p{M}_%-]/u,
  /[^\s„“”]@[^\s„“”]/u,
  /\p{L}:[^\s.,;:!?)\]}»“”"']/u,
  /\p{N}:[^\s\p{N}.,;:!?)\]}»“”"']/u,
  /\\\\/u,
];

const linkable = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll(LINK, '')
    .split(/\s+/u)
    .filter((word) => KEEN.some((pattern) => pattern.test(word)));

const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

/** The same mail with harmless input: anything linkable in it is ours. */
describe.each(Object.entries(MAILS))('%s', (_name, mail) => {
  it('contains only our links, whatever people typed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = mail(text);
        expect(made).not.toBeNull();
        if (!made) return;
        expect(linkable(made.text)).toEqual([]);
        expect(linkable(made.subject)).toEqual([]);
        const html = htmlOf(made.text, OWN);
        for (const href of hrefs(html)) expect(href).toBe(LINK);
        expect(html.replace(/<(?:!doctype html|\/?(?:html|body|p|a)|br|a href="[^"<>]*")>/g, '')).not.toMatch(
          /[<>]/,
        );
        expect(subjectOf(made.subject)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(made.text).not.toMatch(/[\p{Cf}\r]/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what people typed', () => {
  test.each([
    ['a plain name', 'Bäckerei Müller & Söhne', 'Bäckerei Müller & Söhne'],
    ['a name with dots', 'St.Josef-Apotheke e.V.', 'St. Josef-Apotheke e. V.'],
    ['an hour', 'Frühstück bis 10:30', 'Frühstück bis 10:30'],
    ['a sentence that deceives', 'Konto gesperrt. www.evil.example', 'Konto gesperrt. www. evil. example'],
    ['an address', 'http://evil.example/x', 'http: //evil. example/x'],
    ['full-width letters', 'ｗｗｗ．ｅｖｉｌ．ｅｘａｍｐｌｅ', 'www. evil. example'],
    ['an address of mail', 'post@evil.example', 'post @ evil. example'],
    ['line breaks that would be headers', 'Muster\r\nBcc: alle', 'Muster Bcc: alle'],
    ['letters that turn', 'Muster\u202egnp.exe', 'Mustergnp. exe'],
    ['nothing', '', ''],
  ])('%s', (_what, text, shown) => {
    expect(typed(text)).toBe(shown);
  });

  it('is cut to 60 characters, never within a character', () => {
    const segments = (text: string) => [...new Intl.Segmenter('de').segment(text)].length;
    fc.assert(
      fc.property(hostile, (text) => expect(segments(typed(text.repeat(9)))).toBeLessThanOrEqual(60)),
    );
    expect(typed('🥨'.repeat(80))).toBe(`${'🥨'.repeat(59)}…`);
    expect(typed('e\u0301'.repeat(80))).toBe(`${'é'.repeat(59)}…`);
    expect(typed(`a${'\u0300'.repeat(5_000)}`).length).toBeLessThan(10);
  });

  it('takes time in proportion to its length', () => {
    // Not timed: a quadratic step would not finish within the suite's timeout.
    for (const unit of ['.', ':', '@', '\\', ' ', '\u0300', '\u200b', 'a.']) typed(unit.repeat(300_000));
  });
});

test('text by editors keeps its lines and addresses, but does not become a link', () => {
  const reason = ofEditors('Bitte lesen:\r\nhttps://www.example.org/regeln\u202e');
  expect(reason).toBe('Bitte lesen: \nhttps://www.example.org/regeln');
  expect(hrefs(htmlOf(mailText`Guten Tag\n\n${reason}`, OWN))).toEqual([]);
});

test.each([
  [1, 0, 0, 'Zu prüfen: 1 Einreichung', 'To review: 1 submission'],
  [0, 1, 0, 'Zu prüfen: 1 Meldung', 'To review: 1 report'],
  [0, 0, 1, 'Zu prüfen: 1 Anspruch', 'To review: 1 claim'],
  [2, 1, 0, 'Zu prüfen: 2 Einreichungen und 1 Meldung', 'To review: 2 submissions and 1 report'],
  [0, 3, 2, 'Zu prüfen: 3 Meldungen und 2 Ansprüche', 'To review: 3 reports and 2 claims'],
  [
    1,
    3,
    2,
    'Zu prüfen: 1 Einreichung, 3 Meldungen und 2 Ansprüche',
    'To review: 1 submission, 3 reports and 2 claims',
  ],
])(
  'the digest counts %i submissions, %i reports and %i claims in words',
  (submissions, reports, claims, german, english) => {
    const waiting = { submissions, reports, claims, titles: [] };
    expect(digestMail(waiting, 'de', LINK)?.subject).toBe(german);
    expect(digestMail(waiting, 'en', LINK)?.subject).toBe(english);
  },
);

test('there is no digest of nothing', () => {
  expect(digestMail({ submissions: 0, reports: 0, claims: 0, titles: [] }, 'de', LINK)).toBeNull();
});

test.each(Object.entries(MAILS))('%s is complete: no placeholder, no raw value', (_name, mail) => {
  const content = mail('Bäckerei Öztürk & Söhne');
  for (const part of [content?.subject, content?.text]) {
    expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{|\\n|\n{3}|„“|“”|\ufffd/);
    expect(part?.trim()).toBe(part);
  }
});

test('every module that writes mails is covered above', () => {
  const root = join(__dirname, '../../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const writers = files.filter((file) =>
    /import \{[^}]*\bmailText\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(writers.sort()).toEqual([
    'extensions/admin/reset-mail.ts',
    'languages/de/mails.ts',
    'languages/de/moderation.ts',
    'languages/en/mails.ts',
    'languages/en/moderation.ts',
    'plugins/moderation/server/src/domain/decision-mail-texts.ts',
    'plugins/moderation/server/src/domain/digest-text.ts',
    'plugins/portal-feed/server/src/delivery/domain/disabled-mail.ts',
  ]);
});
