import type { Entry } from '../listing';
import type { Mapping } from './mapping';
import type { Json } from './node';

type Pick<T> = (entry: Entry) => T | undefined;

/** The values by locale, or the one in the language asked for; the main one replaces a missing translation. */
function localized<T extends Json>({ listing, main, language }: Mapping, pick: Pick<T>): Json | undefined {
  if (language !== 'map') return pick(listing.entries[language] ?? main) ?? pick(main);
  const values = listing.locales.flatMap((locale): [string, T][] => {
    const entry = listing.entries[locale];
    const value = entry && pick(entry);
    return value === undefined ? [] : [[locale, value]];
  });
  return values.length > 0 ? Object.fromEntries(values) : undefined;
}

/** A localized text: a language map, or the text in the language asked for. */
export const localText = (mapping: Mapping, pick: Pick<string>): Json | undefined =>
  localized(mapping, (entry) => pick(entry) || undefined);

/** A localized list of texts. */
export const localTexts = (mapping: Mapping, pick: (entry: Entry) => readonly string[]): Json | undefined =>
  localized(mapping, (entry) => {
    const values = [...new Set(pick(entry))].filter((value) => value !== '');
    return values.length > 0 ? values : undefined;
  });

/**
 * Rows of a repeatable component. Facts and order are the same in all languages; texts are read from the row at the
 * same position.
 */
export function rowsOf<T>(
  mapping: Mapping,
  rows: (entry: Entry) => readonly Entry[],
  map: (row: Entry, textOf: (name: string) => Json | undefined) => T,
): T[] {
  return rows(mapping.main).map((row, index) =>
    map(row, (name) =>
      localText(mapping, (entry) => {
        const value = rows(entry)[index]?.[name];
        return typeof value === 'string' ? value : undefined;
      }),
    ),
  );
}
