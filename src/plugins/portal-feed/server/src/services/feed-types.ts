import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const schema = z.strictObject({
  enabled: z.boolean(),
  /** The schema.org type of what has no mapping of its own; default `Thing`. */
  schemaType: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional(),
});

/** `pluginOptions.feed` of a content type. */
export type FeedOptions = z.infer<typeof schema>;

/** A content type that leaves by the feed. */
export interface FeedType extends FeedOptions {
  readonly uid: string;
  /** `business`: the part before the dot in the type of an event. */
  readonly name: string;
}

const known = new WeakMap<Core.Strapi, ReadonlyMap<string, FeedType>>();

interface ContentType {
  uid: string;
  info: { singularName: string };
  pluginOptions?: Record<string, unknown>;
}

function read({ uid, info, pluginOptions }: ContentType): FeedType | undefined {
  if (pluginOptions?.feed === undefined) return undefined;
  const parsed = schema.safeParse(pluginOptions.feed);
  if (!parsed.success) throw new Error(`pluginOptions.feed of ${uid}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.enabled ? { uid, name: info.singularName, ...parsed.data } : undefined;
}

/**
 * The content types that leave by the feed, by uid.
 * @throws when a schema asks for it in a way that cannot work: the start is refused
 */
export function feedTypes(strapi: Core.Strapi): ReadonlyMap<string, FeedType> {
  const found = known.get(strapi);
  if (found) return found;
  const types = Object.values(strapi.contentTypes) as unknown as ContentType[];
  const feeding = types.map(read).filter((type): type is FeedType => type !== undefined);
  const byUid = new Map(feeding.map((type) => [type.uid, type]));
  known.set(strapi, byUid);
  return byUid;
}
