import { endOfDay, startOfDay } from '../../domain/period';
import type { Bound } from '../../domain/public-rule';
import type { PeriodOptions } from './listing-options';
import type { Boundary } from './listing-type';
import type { Attributes } from '../../platform/strapi/schema';

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

/**
 * When documents change for the public by time alone. What hides nothing counts as well: something derived may be
 * another from then on, as the state of a campaign.
 */
export function boundariesOf(attributes: Attributes, period: PeriodOptions | undefined): Boundary[] {
  const bounds: [whenDay: Boundary['kind'], Bound | undefined][] = [
    ['first-day', boundOf(attributes, period?.publicFrom)],
    ['first-day', boundOf(attributes, period?.from)],
    ['last-day', boundOf(attributes, period?.through)],
  ];
  const boundaries = bounds.flatMap(([whenDay, bound]): Boundary[] =>
    bound ? [{ attribute: bound.attribute, kind: bound.kind === 'moment' ? 'moment' : whenDay }] : [],
  );
  const keyOf = ({ attribute, kind }: Boundary): string => `${attribute} ${kind}`;
  return [...new Map(boundaries.map((boundary) => [keyOf(boundary), boundary])).values()];
}

/**
 * The moment of a boundary, in milliseconds: a first day begins, a last day is over, a moment is there. `Infinity`: it
 * never comes.
 */
export function momentOfBoundary(kind: Boundary['kind'], value: unknown, timeZone: string): number {
  if (kind === 'moment') return new Date(value as string | Date).getTime();
  const day = value as string;
  return (kind === 'first-day' ? startOfDay(timeZone, day) : endOfDay(timeZone, day))?.getTime() ?? Infinity;
}
