type JsonSchema = Readonly<Record<string, unknown>>;

// GraphQL's Int has only 32 bits; sums in cents may be larger.
const SCALARS: Readonly<Record<string, string>> = {
  string: 'String',
  integer: 'Float',
  number: 'Float',
  boolean: 'Boolean',
};

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * A field of a GraphQL type from the JSON Schema of its values: an enumeration gets its own type (`CampaignState`), and
 * objects and lists are JSON.
 */
export function graphqlType(typeName: string, field: string, schema: JsonSchema): string {
  const types = [schema.type ?? []].flat() as string[];
  const isNullable = types.includes('null');
  const [type = ''] = types.filter((one) => one !== 'null');
  const values = Array.isArray(schema.enum)
    ? (schema.enum as string[]).filter((value) => value !== null)
    : [];
  const ofEnum = `${typeName}${capitalized(field)}`;
  const named = values.length > 0 ? ofEnum : (SCALARS[type] ?? 'JSON');
  const described =
    typeof schema.description === 'string' ? `${JSON.stringify(schema.description)}\n    ` : '';
  return [
    ...(values.length > 0 ? [`enum ${ofEnum} {\n  ${values.join('\n  ')}\n}`] : []),
    `extend type ${typeName} {\n    ${described}${field}: ${named}${isNullable ? '' : '!'}\n}`,
  ].join('\n');
}
