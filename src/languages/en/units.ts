import type { units as German } from '../de/units';

const count = (number: number, one: string, more: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : more}`;

export const units: typeof German = {
  characters: (number) => count(number, 'character', 'characters'),
  entries: (number) => count(number, 'entry', 'entries'),
  amount: (number) => number.toLocaleString('en-GB'),
};
