import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const attribute = z.string().regex(/^[A-Za-z]\w*$/);
/** An attribute, or one of its component: `kind`, `topics.name`. */
const path = z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/);

const schema = z.strictObject({
  /** The attribute that names the listing: what search ranks highest. */
  name: attribute,
  /** Attributes with prose (text or blocks): searched last, and where excerpts come from. */
  texts: z.array(attribute).default([]),
  /** Paths to words that stand beside its categories in the ranking: `topics.name`. */
  keywords: z.array(path).default([]),
  /** Attributes that a hit in a list shows as they are. */
  show: z.array(attribute).default([]),
  /** The repeatable component time.service-hours with its opening hours; its services count as offered. */
  hours: attribute.optional(),
  /** An attribute that is a service itself: an offer's `kind`. The listing's parent counts as offering it too. */
  service: attribute.optional(),
  /** The relation to the listing that gives place, categories and hours: an offer's `business`. */
  parent: attribute.optional(),
  /**
   * From when and through when it applies: days (the last one counts) or moments (the end does not). `ends` says whether
   * the public stops seeing it then, as `isPublicAt` decides for its type.
   */
  period: z.strictObject({ from: attribute, through: attribute, ends: z.boolean().default(true) }).optional(),
  /** Whether map.geojson shows it. */
  map: z.boolean().default(false),
});

/** `pluginOptions.directory` of a content type (docs/directory.md). */
export type DirectoryOptions = z.infer<typeof schema>;

/** A content type that the directory lists. */
export interface DirectoryType extends DirectoryOptions {
  readonly uid: string;
  /** Its singular name, as in addresses and the parameter `type`. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly target?: string }>>;
}

interface ContentType {
  uid: string;
  info: { singularName: string };
  attributes: Record<string, { type: string; target?: string }>;
  pluginOptions?: Record<string, unknown>;
}

const known = new WeakMap<Core.Strapi, ReadonlyMap<string, DirectoryType>>();

function namedAttributes(options: DirectoryOptions): string[] {
  const { name, texts, keywords, show, hours, service, parent, period } = options;
  const single = [hours, service, parent, period?.from, period?.through].filter((key) => key !== undefined);
  return [name, ...texts, ...show, ...single, ...keywords.map((one) => one.split('.')[0] as string)];
}

function read({ uid, info, attributes, pluginOptions }: ContentType): DirectoryType | undefined {
  const raw = pluginOptions?.['directory'];
  if (raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new Error(`pluginOptions.directory of ${uid}: ${z.prettifyError(parsed.error)}`);
  const missing = namedAttributes(parsed.data).find((name) => !(name in attributes));
  if (missing) throw new Error(`pluginOptions.directory of ${uid} names ${missing}, which it does not have.`);
  return { ...parsed.data, uid, type: info.singularName, attributes };
}

/**
 * The content types that joined the directory by `pluginOptions.directory`, by uid.
 * @throws when a schema joins in a way that cannot work: the start is refused
 */
export function directoryTypes(strapi: Core.Strapi): ReadonlyMap<string, DirectoryType> {
  const kept = known.get(strapi);
  if (kept) return kept;
  const types = new Map<string, DirectoryType>();
  for (const contentType of Object.values(strapi.contentTypes) as unknown as ContentType[]) {
    const type = read(contentType);
    if (type) types.set(type.uid, type);
  }
  known.set(strapi, types);
  return types;
}
