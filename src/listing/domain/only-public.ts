import { isPublicAt, type PublicRule } from '../../domain/public-rule';
import { isEntry, type Attributes, type Entry } from '../../platform/strapi/schema';

interface Model {
  readonly attributes: Attributes;
}

/** What is known of content types and components. */
export interface Shapes {
  readonly modelOf: (uid: string) => Model;
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
  const shownIn = (model: Model, entry: Readonly<Entry>): Entry =>
    Object.fromEntries(
      Object.entries(entry).map(([name, value]) => {
        const { type, component, target } = model.attributes[name] ?? {};
        const inner = type === 'component' ? component : type === 'relation' ? target : undefined;
        return [name, inner === undefined ? value : shown(value, inner, type === 'relation')];
      }),
    );
  const shown = (value: unknown, inner: string, isRelated: boolean): unknown => {
    if (Array.isArray(value))
      return value.map((one: unknown) => shown(one, inner, isRelated)).filter((one) => one !== null);
    if (!isEntry(value)) return value;
    if (isRelated && !isPublicAt(ruleOf(inner), value, now, timeZone)) return null;
    return shownIn(modelOf(inner), value);
  };
  return shownIn(modelOf(uid), row) as Row;
}
