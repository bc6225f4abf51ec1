declare const safe: unique symbol;

/**
 * A text that is safe in a mail. Only the functions in this file create it, so the author of a new mail has to declare
 * who wrote each part (docs/adr/0040).
 */
export type MailText = string & { readonly [safe]: true };

/** An address of this installation or of the website that shows its listings (`publicUrl`, `listingLink`). */
export type OwnUrl = MailText;

/** An address that readers can follow, and what it is called. */
export interface MailLink {
  readonly label: MailText;
  readonly url: OwnUrl;
}

/** A paragraph; what somebody else wrote, set apart; or a list. */
export type Paragraph = MailText | { readonly quote: MailText } | { readonly list: readonly MailText[] };

/** What a letter says, in one language: what it is about, what happens next, what to do. */
export interface LetterWords {
  readonly subject: MailText;
  readonly greeting: MailText;
  readonly paragraphs: readonly Paragraph[];
  /** The one thing to do. */
  readonly button?: MailLink;
  /** Below the button. */
  readonly afterwards?: readonly Paragraph[];
  /** Where what it is about can be seen by anyone. */
  readonly about?: OwnUrl | undefined;
  /** Where the reader changes it. */
  readonly change?: OwnUrl | undefined;
  /** Written to the desk itself, which does not sign it and is not asked to answer. */
  readonly toDesk?: true;
}

// Long enough for any name; a longer one would be a message in itself.
const LONGEST_NAME = 60;
// Combining marks on one letter: Tibetan and Thai use up to four.
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;
// Invisible or changing the reading direction (Cf), unpaired surrogates (Cs).
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;
const BREAKS = /[\p{Cc}\p{Z}]+/gu;

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

function cut(text: string, longest: number): string {
  // A grapheme has a handful of code units, so this is enough for the longest result.
  const all = [...graphemes.segment(text.slice(0, longest * 20))].map(({ segment }) => segment);
  return all.length > longest ? `${all.slice(0, longest - 1).join('')}…` : all.join('');
}

/** Breaks up what mail programs turn into links: hosts, mail addresses, anything with a scheme, shares. */
const unlinked = (text: string): string =>
  text
    .replace(/[.\u3002](?=[^\s.,;:!?)\]}»“”"'])/gu, '$& ')
    .replaceAll('@', ' @ ')
    .replace(/:(?=\S)(?!(?<=\d:)\d)/gu, ': ')
    .replace(/\\{2,}/g, '\\');

/**
 * What people typed, such as a name or a title: on one line, cut to 60 characters, without anything that a mail program
 * would turn into a link, that is invisible or changes the reading direction. Normalised (NFKC), so that full-width
 * letters are no way around this.
 */
export function typed(text: string): MailText {
  const plain = text.replace(INVISIBLE, '').normalize('NFKC').replace(TOO_MANY_MARKS, '$1');
  return cut(unlinked(plain).replace(BREAKS, ' ').trim(), LONGEST_NAME) as MailText;
}

/**
 * What editors or operators wrote, with lines and addresses unchanged. We do not turn addresses into links, but a mail
 * program may, and readers can copy them.
 */
export const ofEditors = (text: string): MailText =>
  text
    .replace(INVISIBLE, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim() as MailText;

/** Our own text, with slots for texts that are already safe: mailText`Guten Tag ${typed(name)},` */
export const mailText = (ours: TemplateStringsArray, ...slots: readonly (MailText | number)[]): MailText =>
  String.raw({ raw: ours }, ...slots) as MailText;

/** Parts of a sentence: “A, B and C”. @param locale BCP 47, of the language that they are in */
export const inOneList = (parts: readonly MailText[], locale: string): MailText =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts) as MailText;
