/** The tags of an OSM element, or the properties of any GeoJSON feature. */
export type Tags = Readonly<Record<string, string>>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Properties as tags: white space is folded, empty and nested values are dropped. */
export const tagsOf = (properties: Readonly<Record<string, unknown>>): Tags =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([key, value]) => [key.trim(), oneLine(String(value))] as const)
      .filter(([key, value]) => key !== '' && value !== ''),
  );

/** The value of the first key that is there. */
export const firstOf = (tags: Tags, ...keys: string[]): string | undefined => {
  for (const key of keys) if (tags[key] !== undefined) return tags[key];
  return undefined;
};

/** The values of a multi-valued tag: `food;eggs`. */
export const valuesOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** An object without its undefined members; undefined where none is left. */
export const compact = <T extends object>(value: T): T | undefined => {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
};
