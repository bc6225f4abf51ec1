import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const schema = z.strictObject({
  enabled: z.boolean(),
  /** The attribute that names a document in the queue. */
  titleField: z.string().default('name'),
  /** `self` when the type is the business, otherwise the relation that leads to it; absent when nobody manages it. */
  businessPath: z.string().optional(),
  /** Paths that a contributor's edit of a public document makes public at once, e.g. `hours`, `contact.phone`. */
  autoApprove: z.array(z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/)).default([]),
});

/** `pluginOptions.moderation` of a content type. */
export type ModerationOptions = z.infer<typeof schema>;

const moderated = new WeakMap<Core.Strapi, ReadonlyMap<string, ModerationOptions>>();

function problemOf(options: ModerationOptions, contentType: ContentType): string | undefined {
  const has = (name: string): boolean => name in contentType.attributes;
  if (contentType.options?.draftAndPublish !== true) return 'needs options.draftAndPublish: true';
  if (!has(options.titleField)) return `has no attribute ${options.titleField} (titleField)`;
  const { businessPath } = options;
  if (businessPath && businessPath !== 'self' && !has(businessPath))
    return `has no attribute ${businessPath} (businessPath)`;
  const missing = options.autoApprove.find((path) => !has(path.split('.')[0] ?? ''));
  return missing ? `has no attribute for ${missing} (autoApprove)` : undefined;
}

interface ContentType {
  uid: string;
  attributes: Record<string, unknown>;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: Record<string, unknown>;
}

function read(contentType: ContentType): ModerationOptions | undefined {
  const raw = contentType.pluginOptions?.moderation;
  if (raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (!parsed.success)
    throw new Error(`pluginOptions.moderation of ${contentType.uid}: ${z.prettifyError(parsed.error)}`);
  const problem = problemOf(parsed.data, contentType);
  if (problem) throw new Error(`pluginOptions.moderation of ${contentType.uid}: the type ${problem}.`);
  return parsed.data.enabled ? parsed.data : undefined;
}

/**
 * The content types under moderation, by uid.
 * @throws when a schema asks for moderation in a way that cannot work: the start is refused
 */
export function moderatedTypes(strapi: Core.Strapi): ReadonlyMap<string, ModerationOptions> {
  const known = moderated.get(strapi);
  if (known) return known;
  const types = new Map<string, ModerationOptions>();
  for (const contentType of Object.values(strapi.contentTypes) as unknown as ContentType[]) {
    const options = read(contentType);
    if (options) types.set(contentType.uid, options);
  }
  moderated.set(strapi, types);
  return types;
}

/** The uid for a content type named by its uid, its singular or its plural name; `undefined` if not moderated. */
export function moderatedUid(strapi: Core.Strapi, name: string): string | undefined {
  for (const uid of moderatedTypes(strapi).keys()) {
    const { info } = strapi.contentType(uid as Parameters<Core.Strapi['contentType']>[0]);
    if (uid === name || info.singularName === name || info.pluralName === name) return uid;
  }
  return undefined;
}
