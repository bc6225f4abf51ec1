import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailText, ofEditors, typed, type OwnUrl } from '#src/languages/mail-text';
import type { Letter } from '#src/platform/mail/domain/letter';
import { letterHtml } from '#src/platform/mail/domain/letter-html';
import { letterText } from '#src/platform/mail/domain/letter-text';
import { subjectOf } from '#src/platform/mail/domain/message';
import { digestWords } from '#src/plugins/moderation/server/src/domain/digest-text';
import { EVERY_LETTER, letterhead, lettersIn, LINKS } from '#tests/support/all-letters';

const OWN = 'https://betriebe.example.org';
const LINK = `${OWN}/account/page.html#token=0123456789abcdef` as OwnUrl;

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
    .split(/\s+/u)
    .filter((word) => !LINKS.includes(word))
    .filter((word) => KEEN.some((pattern) => pattern.test(word)));

const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

const letterOf = (kind: string, language: Letter['language'], text: string): Letter =>
  lettersIn(language, { typed: text, reason: 'Ein Grund.' }).get(kind)!;

describe.each(EVERY_LETTER)('%s, %s', (kind, language) => {
  it('contains only our links, whatever people typed', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const letter = letterOf(kind, language, name);
        const head = letterhead(language);
        const [text, html] = [letterText(letter, head), letterHtml(letter, head)];
        expect(linkable(text)).toEqual([]);
        expect(linkable(letter.subject)).toEqual([]);
        for (const href of hrefs(html)) expect(LINKS).toContain(href);
        const [, body = ''] = html.split('</head>');
        expect(
          body.replace(
            /<\/?(?:html|body|div|p|blockquote|ul|li|table|tr|td|br|hr|a)(?: [\w-]+="[^"<>]*")*>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
        expect(subjectOf(letter.subject)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(text).not.toMatch(/[\p{Cf}\r]/u);
      }),
      { numRuns: 30 },
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
  const letter = {
    ...letterOf('receipt', 'de', 'x'),
    about: undefined,
    change: undefined,
    paragraphs: [{ quote: reason }],
  };
  expect(hrefs(letterHtml(letter, { sender: mailText`Dortmund` }))).toEqual([]);
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
    expect(digestWords(waiting, 'de', LINK)?.subject).toBe(german);
    expect(digestWords(waiting, 'en', LINK)?.subject).toBe(english);
  },
);

test('there is no digest of nothing', () => {
  expect(digestWords({ submissions: 0, reports: 0, claims: 0, titles: [] }, 'de', LINK)).toBeNull();
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
    'city/letterhead.ts',
    'languages/de/data-rights-mails.ts',
    'languages/de/intake.ts',
    'languages/de/mails.ts',
    'languages/de/moderation.ts',
    'languages/en/data-rights-mails.ts',
    'languages/en/intake.ts',
    'languages/en/mails.ts',
    'languages/en/moderation.ts',
    'plugins/moderation/server/src/domain/decision-mail-texts.ts',
    'plugins/moderation/server/src/domain/digest-text.ts',
  ]);
});
