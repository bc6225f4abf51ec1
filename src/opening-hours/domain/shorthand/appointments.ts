import type { Ask } from './answer';
import type { Item } from './items';

/** "Nach Vereinbarung Mo-Fr 9-18": during these hours, perhaps. */
const begins = (items: readonly Item[], at: number): boolean =>
  at === 0 && (items[1]?.kind === 'days' || items[1]?.kind === 'times');

/** Parts "Sa nach Vereinbarung", which is said of Saturday, from "sowie nach Vereinbarung", which holds when nothing else does. */
export function splitAppointments(
  items: readonly Item[],
  ask: Ask,
): { readonly items: Item[]; readonly besides: string[] } {
  const rest: Item[] = [];
  const besides = new Set<string>();
  items.forEach((item, at) => {
    if (item.kind !== 'appointment') return void rest.push(item);
    const [before, after] = [items[at - 1], items[at + 1]];
    const ofDays = before?.kind === 'days' && after?.kind !== 'times' && !item.joined;
    if (ofDays) rest.push(item);
    else if (item.joined && !begins(items, at)) besides.add(item.comment);
    else ask('appointment-when', item, [`, ${item.comment}`]);
  });
  return { items: rest, besides: [...besides] };
}
