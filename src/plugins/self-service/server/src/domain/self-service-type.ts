import type { Schema } from './schema-facts';

/** A content type whose documents contributors enter. */
export interface SelfServiceType {
  uid: string;
  /** Name in the address: `/api/my/{collection}`. */
  collection: string;
  /** Attribute that names the business a document belongs to; `null` for the business itself. */
  businessAttribute: string | null;
  /** Top-level attributes that a contributor may write. */
  writable: readonly string[];
}

/** `pluginOptions.selfService` of a schema. */
interface Options {
  /** `"self"`, or the attribute with the business. */
  business?: unknown;
  writable?: unknown;
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function typeOf(schema: Schema, { business, writable }: Options): SelfServiceType {
  const problem = (text: string): Error => new Error(`${schema.uid}: pluginOptions.selfService.${text}`);
  if (!isTextList(writable)) throw problem('writable must list the attributes that contributors may write.');
  const unknown = writable.find((name) => !schema.attributes[name]);
  if (unknown) throw problem(`writable names "${unknown}", which is not an attribute.`);
  if (typeof business !== 'string')
    throw problem('business must be "self" or the attribute with the business.');
  if (business !== 'self' && schema.attributes[business]?.type !== 'relation')
    throw problem(`business names "${business}", which is not a relation.`);
  const collection = schema.info?.pluralName;
  if (!collection) throw problem('needs info.pluralName.');
  return { uid: schema.uid, collection, businessAttribute: business === 'self' ? null : business, writable };
}

/**
 * The content types that joined self-service by `pluginOptions.selfService` in their schema.
 * @throws when the options cannot be used, or when there is not exactly one business type
 */
export function selfServiceTypes(schemas: readonly Schema[]): SelfServiceType[] {
  const types = schemas.flatMap((schema) => {
    const options = schema.pluginOptions?.selfService;
    return typeof options === 'object' && options !== null ? [typeOf(schema, options)] : [];
  });
  const roots = types.filter(({ businessAttribute }) => businessAttribute === null);
  if (roots.length !== 1)
    throw new Error(
      `Exactly one content type has pluginOptions.selfService.business "self"; found ${roots.length}.`,
    );
  return types;
}
