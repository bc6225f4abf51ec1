import { CATALOGUES } from '#src/languages/index';
import type { Catalogue, Code } from '#src/languages/catalogue';
import { mailText, typed, type MailText } from '#src/languages/mail-text';
import { decisionMail, type MailKind } from '#src/plugins/moderation/server/src/domain/decision-mail-texts';
import { shownStatus } from '#src/plugins/moderation/server/src/domain/desk-state';
import { digestMail } from '#src/plugins/moderation/server/src/domain/digest-text';
import { disabledMailToEditor } from '#src/plugins/portal-feed/server/src/delivery/domain/disabled-mail';
import { portalField } from '#src/plugins/portal-feed/server/src/validation/portal';
import { buildPressFeed } from '#src/reading/press-feed/domain/press-feed';
import { refused } from '#src/platform/refusals/refusal';
import type { Language } from '#src/languages/language';

const { de } = CATALOGUES;

/** Every sentence of a made-up language is `⟦…⟧`; anything outside the brackets comes from elsewhere. */
function madeUp(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function')
    return (...slots: unknown[]) => madeUp((value as (...slots: unknown[]) => unknown)(...slots));
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, madeUp(inner)]));
}

const language = 'qaa' as Language;

beforeAll(() => {
  (CATALOGUES as Record<string, Catalogue>)[language] = madeUp(de) as Catalogue;
});

afterAll(() => {
  delete (CATALOGUES as Record<string, Catalogue | undefined>)[language];
});

/** What is left of a text without the sentences of the made-up language. */
function leftOf(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return rest.trim();
}

const CODES = Object.keys(de.refusals) as Code[];

test.each(CODES)('a refusal with %s says nothing in another language', (code) => {
  const details = { found: 'x', from: 'submitted', state: 'paused', problem: 'y' };
  const { error } = refused(code, ['hours', 0, 'rule'], details).body(language);
  expect(leftOf(error.message)).toBe('');
  expect(error.details.errors.map(({ message }) => leftOf(message))).toEqual(['']);
});

const LINK = mailText`https://example.org/`;

test.each(Object.keys(de.mails.decisions) as MailKind[])('a mail about %s neither', (kind) => {
  for (const title of ['X', null]) {
    const { subject, text } = decisionMail(kind, language, { title, reason: 'Y' });
    expect([leftOf(subject), leftOf(text)]).toEqual(['', '']);
  }
});

test('the other mails, states and titles neither', () => {
  const { mails } = CATALOGUES[language];
  const waiting = { submissions: 1, reports: 2, claims: 1, titles: [{ title: 'X', hours: 80 }] };
  const facts = { portal: 'P', url: 'https://p.example', reason: 'gone', link: LINK } as const;
  const place = {
    origin: 'https://x',
    homeUrl: 'https://x/',
    urlOf: () => 'https://x/1',
    locale: 'de',
    city: 'C',
    timeZone: 'Europe/Berlin',
    archiveWarning: '',
  };
  const all: MailText[] = [
    ...Object.values(mails.accounts).map((mail) => mail({ link: LINK }).text),
    mails.contributors.invitation({ by: 'A', business: 'B', link: LINK }).text,
    mails.contributors.receipt({ username: 'A', title: 'B' }).text,
    mails.contributors.claim({ username: 'A', business: 'B', accepted: true, reason: 'R' }).text,
    digestMail(waiting, language, LINK)?.text ?? typed('missing'),
    disabledMailToEditor(facts, language).text,
  ];
  expect(all.map(leftOf)).toEqual(all.map(() => ''));
  expect(leftOf(shownStatus({ kind: 'suspended' }, 'published', language))).toBe('');
  expect(leftOf(portalField(['url'], language))).toBe('');
  expect(buildPressFeed([], place).title).toBe(de.publicPages.pressTitle.replace('{city}', 'C'));
});
