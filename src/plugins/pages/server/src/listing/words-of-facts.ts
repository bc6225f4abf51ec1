import { checkCurrency } from '#src/domain/money';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { text, number, type Entry } from './read-facts';

const inLanguage = (language: Language): string => CATALOGUES[language].dates;

/** The word for a value of an enumeration: `delivery` is "Lieferung". */
export const wordOf = (value: string, language: Language): string =>
  CATALOGUES[language].fields.values[value] ?? value;

/** A word that begins a line of its own: "Vor Ort". */
export const asHeading = (word: string, language: Language): string =>
  word.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));

/** A sum of money as it is written, without cents where there are none; nothing where there is no sum. @param name of the attribute, in minor units (cents) */
export function moneyOf(entry: Entry, name: string, language: Language): string | undefined {
  const amount = number(entry, name);
  if (amount === undefined) return undefined;
  const named = text(entry, 'currency');
  // A draft may have anything in it.
  const currency = named !== undefined && checkCurrency(named).ok ? named : 'EUR';
  const format = new Intl.NumberFormat(inLanguage(language), {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** What something costs, in words. */
export const priceOf = (entry: Entry, language: Language): string | undefined =>
  number(entry, 'price') === 0
    ? CATALOGUES[language].cityPages.listing.free
    : moneyOf(entry, 'price', language);

/** A day as it is written: a calendar day as it is, a moment by the city's clock. */
export const dayOf = (
  value: string,
  timeZone: string,
  language: Language,
  style: 'long' | 'short' = 'long',
): string =>
  new Intl.DateTimeFormat(inLanguage(language), {
    day: 'numeric',
    month: style,
    year: 'numeric',
    timeZone: value.length === 'YYYY-MM-DD'.length ? 'UTC' : timeZone,
  }).format(new Date(value));

/** From when until when; none where nothing is said. */
export function periodOf(
  entry: Entry,
  [from, through]: readonly [string, string],
  timeZone: string,
  language: Language,
  style?: 'long' | 'short',
): string | undefined {
  const words = CATALOGUES[language].cityPages.listing;
  const [start, end] = [text(entry, from), text(entry, through)].map(
    (value) => value && dayOf(value, timeZone, language, style),
  );
  if (start && end) return words.fromUntil(start, end);
  return start ? words.from(start) : end && words.until(end);
}
