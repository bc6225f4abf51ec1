/** Hours of one service, as the API takes and gives them. */
export interface HoursRow {
  readonly service?: string | null;
  /** OSM `opening_hours`; while something is missing, what `ruleOfDraft` writes, which the city refuses. */
  readonly rule?: string | null;
  /** `2026-12-24` */
  readonly validFrom?: string | null;
  readonly validThrough?: string | null;
  readonly note?: string | null;
}

// No rule of opening hours has a part like this, so the city refuses a row that would hold for ever by mistake.
const AWAITING = '; ?';

/** Whether the row is for a period whose days nobody has entered yet. */
export const awaitsDays = ({ rule }: HoursRow): boolean => rule?.endsWith(AWAITING) ?? false;

/** The rule alone, without the mark of a period that has no days yet. */
export const ruleIn = (row: HoursRow): string =>
  awaitsDays(row) ? (row.rule ?? '').slice(0, -AWAITING.length) : (row.rule ?? '');

/** Whether it replaces the regular hours during a period. */
export const isForPeriod = (row: HoursRow): boolean =>
  Boolean(row.validFrom) || Boolean(row.validThrough) || awaitsDays(row);

/** The row with another rule; that it waits for its days stays so. */
export const withRule = (row: HoursRow, rule: string): HoursRow => ({
  ...row,
  rule: awaitsDays(row) ? `${rule}${AWAITING}` : rule,
});

/** The row with other days; `''`: not entered. Without any it waits for them. */
export const withDays = (row: HoursRow, from: string, through: string): HoursRow => ({
  ...row,
  validFrom: from || null,
  validThrough: through || null,
  rule: from || through ? ruleIn(row) : `${ruleIn(row)}${AWAITING}`,
});

/** Rows of one service, with their places in the list. */
export interface HoursOfService {
  readonly service: string;
  readonly regular: readonly number[];
  readonly periods: readonly number[];
}

/**
 * The rows by their services, in the order of these.
 * @param usual the service of rows that name none
 */
export function byService(
  rows: readonly HoursRow[],
  services: readonly string[],
  usual: string,
): HoursOfService[] {
  const named = rows.map((row) => row.service || usual);
  return [...new Set([...services, ...named])].map((service) => {
    const own = named.flatMap((one, at) => (one === service ? [at] : []));
    const isPeriod = (at: number): boolean => isForPeriod(rows[at] ?? {});
    return {
      service,
      regular: own.filter((at) => !isPeriod(at)),
      periods: own.filter(isPeriod),
    };
  });
}
