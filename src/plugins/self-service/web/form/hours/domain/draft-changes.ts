import { spanGap, type DraftSpans, type DraftTable } from './draft-table';

/** Whether one or several days of the week are open and nothing of them is missing. */
export const isEntered = (spans: DraftSpans): boolean =>
  spans.length > 0 && spans.every((span) => spanGap(span) === undefined);

export const withDaySpans = (draft: DraftTable, day: number, spans: DraftSpans): DraftTable => ({
  ...draft,
  days: draft.days.map((before, at) => (at === day ? spans : before)),
});

/** The hours of one day for others as well. */
export function copied(draft: DraftTable, from: number, to: readonly number[]): DraftTable {
  const spans = draft.days[from] ?? [];
  return { ...draft, days: draft.days.map((before, at) => (to.includes(at) ? spans : before)) };
}

/** A list with another item in one place; without it if there is none. */
export const replaced = <Item>(items: readonly Item[], at: number, item: Item | undefined): Item[] =>
  items.flatMap((before, place) => (place !== at ? [before] : item === undefined ? [] : [item]));

/** What was typed in place of the week; what it says nothing of stays. */
export const withTyped = (draft: DraftTable, typed: DraftTable): DraftTable => ({
  days: typed.days,
  holidays: typed.holidays ?? draft.holidays,
  closed: [...draft.closed, ...typed.closed],
  special: [
    ...draft.special.filter(({ day }) => !typed.special.some((other) => other.day === day)),
    ...typed.special,
  ],
});

/** A text with a part of it said otherwise. @param start, end in UTF-16 units; `end` is behind the part */
export const withChoice = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  choice: string,
): string => `${text.slice(0, start)}${choice}${text.slice(end)}`;

/** The hours of the nearest day before that has some, which the next one most likely has as well. */
export const hoursBefore = ({ days }: DraftTable, day: number): DraftSpans | undefined =>
  days.slice(0, day).findLast(isEntered);
