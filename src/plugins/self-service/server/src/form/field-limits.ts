import { LIST_SHAPES } from '#src/writing/rules/list-rules';
import { valueShape } from '#src/writing/rules/value-shape';
import type { Attribute, Shape } from '#src/platform/strapi/schema';
import { MAX_ITEMS } from '../domain/body-schema';
import { IMAGE_KINDS, MAX_IMAGE_BYTES } from '../domain/image-rules';
import type { FieldKind, FormField } from './form-field';

type Limits = Pick<FormField, 'kind'> & Partial<FormField>;

// One of it and a list of it; anything else is a group.
const COMPONENT_KINDS: Readonly<Record<string, readonly [one: FieldKind, many: FieldKind]>> = {
  'place.address': ['address', 'groups'],
  'place.geo-point': ['point', 'groups'],
  'time.service-hours': ['group', 'hours'],
  'media.picture': ['picture', 'pictures'],
};

const MANY = { repeatable: true, maxItems: MAX_ITEMS } as const;

function componentLimits({ component = '', repeatable }: Attribute): Limits {
  const [one, many] = COMPONENT_KINDS[component] ?? ['group', 'groups'];
  if (!repeatable) return { kind: one };
  const rows = LIST_SHAPES[component];
  return { kind: many, ...MANY, ...rows, maxItems: Math.min(MAX_ITEMS, rows?.maxItems ?? MAX_ITEMS) };
}

const fileLimits = ({ multiple }: Attribute): Limits => ({
  kind: multiple ? 'files' : 'file',
  ...(multiple ? MANY : {}),
  accepts: Object.values(IMAGE_KINDS).map(({ mime }) => mime),
  maxBytes: MAX_IMAGE_BYTES,
});

function valueLimits(shape: Shape, name: string, attribute: Attribute): Limits {
  const { kind, ...limits } = valueShape(shape, name, attribute) ?? { kind: 'json' };
  const { minLength, regex, type } = attribute;
  return {
    kind,
    ...limits,
    ...(minLength === undefined ? {} : { minLength }),
    ...(regex === undefined ? {} : { pattern: typeof regex === 'string' ? regex : regex.source }),
    ...(type === 'integer' ? { step: 1 as const } : {}),
    ...(kind === 'texts' ? { repeatable: true as const } : {}),
  };
}

/** The kind of an attribute that contributors may write, and what its values have to keep to. */
export function fieldLimits(shape: Shape, name: string, attribute: Attribute): Limits {
  if (attribute.type === 'component') return componentLimits(attribute);
  if (attribute.type === 'media') return fileLimits(attribute);
  if (attribute.type !== 'relation') return valueLimits(shape, name, attribute);
  return { kind: 'relation', ...(attribute.relation?.endsWith('ToMany') ? MANY : {}) };
}
