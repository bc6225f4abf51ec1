import type { Bound } from '../../domain/public-rule';
import type { PeriodOptions } from './listing-options';
import type { Attributes, Boundary } from './listing-type';

/** Whether an attribute holds a day or a moment; `undefined` for anything else. */
export const kindOf = (attributes: Attributes, name: string): Bound['kind'] | undefined => {
  const type = attributes[name]?.type;
  if (type === 'date') return 'day';
  return type === 'datetime' ? 'moment' : undefined;
};

/** An attribute of the period in the form the rule reads. */
export const boundOf = (attributes: Attributes, name: string | undefined): Bound | undefined => {
  const kind = name === undefined ? undefined : kindOf(attributes, name);
  return name !== undefined && kind ? { attribute: name, kind } : undefined;
};

/** When documents change for the public with time alone. */
export function boundariesOf(attributes: Attributes, period: PeriodOptions | undefined): Boundary[] {
  if (!period) return [];
  const bounds: [Boundary['kind'], Bound | undefined][] = [
    ['first-day', boundOf(attributes, period.publicFrom)],
    ['last-day', boundOf(attributes, period.through)],
    ['moment', boundOf(attributes, period.from)],
  ];
  const boundaries = bounds.flatMap(([whenDay, bound]): Boundary[] => {
    if (!bound) return [];
    if (bound.kind === 'moment') return [{ attribute: bound.attribute, kind: 'moment' }];
    // A day that hides nothing changes nothing: an offer can be seen before it applies.
    const hides = whenDay === 'first-day' || (whenDay === 'last-day' && period.ends);
    return hides ? [{ attribute: bound.attribute, kind: whenDay }] : [];
  });
  return boundaries.filter(
    ({ attribute }, at) => boundaries.findIndex((other) => other.attribute === attribute) === at,
  );
}
