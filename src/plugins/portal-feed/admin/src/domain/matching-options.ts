export interface Option {
  readonly value: string;
  readonly label: string;
}

// More than fits into the window; with so many, people keep typing.
const SHOWN = 50;

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').trim();

/** The options that contain what was typed, ignoring case and accents; those that begin with it come first. */
export function matchingOptions<T extends Option>(options: readonly T[], typed: string): T[] {
  const wanted = plain(typed);
  const found = options
    .map((option) => ({ option, at: plain(option.label).indexOf(wanted) }))
    .filter(({ at }) => at >= 0);
  const first = found.filter(({ at }) => at === 0);
  const later = found.filter(({ at }) => at > 0);
  return [...first, ...later].slice(0, SHOWN).map(({ option }) => option);
}
