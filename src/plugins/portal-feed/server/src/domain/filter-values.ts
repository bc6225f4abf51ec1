import type { FilterValue, PortalFilter } from '../contract';

/** Whether a criterion lets everything through: an empty list, a no, nothing. */
export const asksNothing = (wanted: FilterValue | undefined): boolean =>
  wanted === undefined ||
  wanted === null ||
  wanted === false ||
  (Array.isArray(wanted) && wanted.length === 0);

const canonical = (wanted: FilterValue): string => {
  if (Array.isArray(wanted)) return JSON.stringify([...(wanted as readonly string[])].sort());
  return typeof wanted === 'object' && wanted !== null
    ? JSON.stringify(Object.entries(wanted).sort(([one], [other]) => (one < other ? -1 : 1)))
    : JSON.stringify(wanted);
};

/** Whether two filters ask for the same, whatever the order of their lists, and whatever asks nothing. */
export function sameFilter(one: PortalFilter, other: PortalFilter): boolean {
  const asked = (filter: PortalFilter): string[] =>
    Object.entries(filter)
      .filter(([, wanted]) => !asksNothing(wanted))
      .map(([key, wanted]) => `${key} ${canonical(wanted)}`)
      .sort();
  return JSON.stringify(asked(one)) === JSON.stringify(asked(other));
}
