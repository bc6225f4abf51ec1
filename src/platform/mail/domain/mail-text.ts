declare const safe: unique symbol;

/**
 * A text that may stand in a mail. It is made by the functions of this file only, so whoever writes a new mail has to
 * say of everything in it who wrote it (docs/adr/0040).
 */
export type MailText = string & { readonly [safe]: true };

/** An address of this installation, as `publicUrl` makes it. */
export type OwnUrl = MailText;

/** What a mail says. */
export interface MailContent {
  readonly subject: MailText;
  readonly text: MailText;
}

// Long enough for any name; a longer one is a message of its own.
const LONGEST_NAME = 60;
// Marks on one letter: Tibetan and Thai take up to four.
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;
// Invisible or turning the reading direction (Cf), halves of characters (Cs).
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

function cut(text: string, longest: number): string {
  // A grapheme has a handful of code units; so many at least hold the longest.
  const all = [...graphemes.segment(text.slice(0, longest * 20))].map(({ segment }) => segment);
  return all.length > longest ? `${all.slice(0, longest - 1).join('')}…` : all.join('');
}

/** Parts what mail programs make links of by themselves: hosts, addresses of mail, anything with a scheme, shares. */
const unlinked = (text: string): string =>
  text
    .replace(/[.\u3002](?=[^\s.,;:!?)\]}»“”"'])/gu, '$& ')
    .replaceAll('@', ' @ ')
    .replace(/:(?=\S)(?!(?<=\d:)\d)/gu, ': ')
    .replace(/\\{2,}/g, '\\');

/**
 * What people typed: a name or a title, on one line, cut to 60 characters, with nothing in it that a mail program would
 * make a link of and nothing that hides or turns. In the usual form of its letters (NFKC), so that full-width ones
 * are no way round.
 */
export function typed(text: string): MailText {
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').replace(TOO_MANY_MARKS, '$1');
  return cut(unlinked(plain).replace(BREAKS, ' ').trim(), LONGEST_NAME) as MailText;
}

/**
 * What editors or operators wrote: their words, with lines and addresses as they are. It is not made a link of by us, but
 * a mail program may, and the reader can copy it.
 */
export const ofEditors = (text: string): MailText =>
  text
    .replace(INVISIBLE, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim() as MailText;

/**
 * What we say, with slots for what is safe already: mailText`Guten Tag ${typed(name)},`
 */
export const mailText = (ours: TemplateStringsArray, ...slots: readonly (MailText | number)[]): MailText =>
  String.raw({ raw: ours }, ...slots) as MailText;

/** Parts of a sentence: “A, B and C”. @param locale BCP 47, of the language that they are in */
export const inOneList = (parts: readonly MailText[], locale: string): MailText =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts) as MailText;

/** Lines under each other. */
export const lines = (all: readonly MailText[]): MailText => all.join('\n') as MailText;
