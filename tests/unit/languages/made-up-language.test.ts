import { CATALOGUES } from '#src/languages/index';
import type { Catalogue, Code } from '#src/languages/catalogue';
import { mailText } from '#src/languages/mail-text';
import { letterText } from '#src/platform/mail/domain/letter-text';
import { shownStatus } from '#src/plugins/moderation/server/src/domain/desk-state';
import { portalField } from '#src/plugins/portal-feed/server/src/validation/portal';
import { buildPressFeed } from '#src/reading/press-feed/domain/press-feed';
import { refused } from '#src/platform/refusals/refusal';
import type { Language } from '#src/languages/language';
import { lettersIn } from '#tests/support/all-letters';

const { de } = CATALOGUES;

/** Every sentence of a made-up language is `⟦…⟧`; anything outside the brackets comes from elsewhere. */
function madeUp(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function')
    return (...slots: unknown[]) => madeUp((value as (...slots: unknown[]) => unknown)(...slots));
  if (Array.isArray(value)) return value.map(madeUp);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, madeUp(inner)]));
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

const WRITTEN = { typed: '⟦X⟧', reason: '⟦Y⟧' };
const HEAD = { sender: mailText`⟦Z⟧`, replyTo: 'redaktion@example.org' };

test.each([...lettersIn('de', WRITTEN).keys()])('a mail about %s neither', (kind) => {
  const { repeats: _address, ...letter } = lettersIn(language, WRITTEN).get(kind)!;
  // Colons are ours, as are the marks of lists.
  expect(leftOf(letterText(letter, HEAD)).replace(/[:\s-]/g, '')).toBe('');
  expect(leftOf(letter.subject)).toBe('');
});

test('states and titles neither', () => {
  const place = {
    origin: 'https://x',
    homeUrl: 'https://x/',
    urlOf: () => 'https://x/1',
    locale: 'de',
    city: 'C',
    timeZone: 'Europe/Berlin',
    archiveWarning: '',
  };
  expect(leftOf(shownStatus({ kind: 'suspended' }, 'published', language))).toBe('');
  expect(leftOf(portalField(['url'], language))).toBe('');
  expect(buildPressFeed([], place).title).toBe(de.publicPages.pressTitle.replace('{city}', 'C'));
});
