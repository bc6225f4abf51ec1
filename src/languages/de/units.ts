const count = (number: number, one: string, more: string): string =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : more}`;

/** Bounds of values with what they count. */
export const units = {
  characters: (number: number): string => count(number, 'Zeichen', 'Zeichen'),
  entries: (number: number): string => count(number, 'Eintrag', 'Einträge'),
  amount: (number: number): string => number.toLocaleString('de-DE'),
};
