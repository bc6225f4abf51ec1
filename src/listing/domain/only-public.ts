import { isPublicAt, type PublicRule } from '../../domain/public-rule';
import { componentsIn, isEntry, mapEntry, type Entry, type ShapeOf } from '../../platform/strapi/schema';

/** What is known of content types and components. */
export interface Shapes {
  readonly modelOf: ShapeOf;
  /** When the public sees documents of a type; `undefined`: never. */
  readonly ruleOf: (uid: string) => PublicRule | undefined;
}

/**
 * A row without the related documents that the public does not see at that moment, in any depth of what was loaded: it
 * may be public itself and show one that waits for its day, or is over.
 */
export function onlyPublic<Row extends Readonly<Entry>>(
  { modelOf, ruleOf }: Shapes,
  uid: string,
  row: Row,
  now: Date,
  timeZone: string,
): Row {
  const isSeen = (value: unknown, target: string): boolean =>
    !isEntry(value) || isPublicAt(ruleOf(target), value, now, timeZone);
  const seen = (value: unknown, target: string): unknown => {
    if (Array.isArray(value)) return value.filter((one) => one !== null && isSeen(one, target));
    return isSeen(value, target) ? value : null;
  };
  return mapEntry(modelOf(uid), row, {
    shapeOf: modelOf,
    visit: (value, attribute, within) => {
      const { type, target } = attribute;
      if (type === 'relation') return target === undefined ? value : within(seen(value, target));
      return componentsIn(attribute).length > 0 ? within(value) : value;
    },
  }) as Row;
}
