import type { Language } from '#src/languages/languages';
import { HOURS_WORDS } from '#src/opening-hours/domain/shorthand/languages';
import { readHours } from '#src/opening-hours/domain/shorthand/read-hours';
import { clockTime, timesInWords } from '#src/opening-hours/domain/times-in-words';
import type { Span } from './weekly-hours';

/** The hours of a day as the city's pages say them. */
export const timesSaid = (spans: readonly Span[], language: Language): string =>
  timesInWords(
    spans.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to === '00:00' ? '24:00' : to) })),
    HOURS_WORDS[language].times,
  );

/**
 * A rule in words, line by line.
 * @returns nothing for a rule that only a library understands (sunset, Easter)
 */
export function ruleSaid(rule: string, language: Language): string | undefined {
  const { rule: read, reading } = readHours(rule, language);
  return read === rule.trim() ? reading.join('\n') : undefined;
}
