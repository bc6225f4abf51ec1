/** A day of every year; 1 is January. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

/** From a day through another, over the end of the year where need be. */
export interface Stretch {
  readonly from: YearDay;
  readonly through: YearDay;
}

// 29 February is a day like others here: rules hold in every year.
export const MONTH_LENGTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const lastOf = (month: number): number => MONTH_LENGTHS[month - 1] ?? 31;
