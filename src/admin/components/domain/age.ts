const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

// Intl says "jetzt" and "now", which do not fit into a sentence about the past.
const JUST_NOW: Readonly<Record<string, string>> = { de: 'gerade eben', en: 'just now' };

/**
 * How long ago something was, in words: "vor 3 Tagen", "3 days ago", "gerade eben". In the largest unit that fits,
 * rounded down, so that nothing is called older than it is.
 * @param since ISO 8601; a time in the future counts as now, since clocks of two machines differ
 */
export function ageInWords(since: string, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(since)) / 1000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of UNITS)
    if (seconds >= length) return words.format(-Math.floor(seconds / length), unit);
  return JUST_NOW[language] ?? words.format(0, 'second');
}
