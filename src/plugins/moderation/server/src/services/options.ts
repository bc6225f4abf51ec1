import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import type { Listed } from '../domain/listed';

const path = z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/);

const schema = z.strictObject({
  enabled: z.boolean(),
  /** The attribute that names a document in the queue. */
  titleField: z.string().default('name'),
  /** `self` when the type is the business, otherwise the relation that leads to it; absent when nobody manages it. */
  businessPath: z.string().optional(),
  /**
   * What a contributor's edit of a public document makes public at once: attributes, or fields of components
   * (`hours.service`). Of a text the values that need no review have to be named by a regular expression that matches
   * them wholly: `{ "path": "hours.rule", "matches": "[A-Za-z0-9 :,;-]*" }`.
   */
  autoApprove: z.array(z.union([path, z.strictObject({ path, matches: z.string().min(1) })])).default([]),
});

/** `pluginOptions.moderation` of a content type. */
export type ModerationOptions = Omit<z.infer<typeof schema>, 'autoApprove'> & {
  readonly autoApprove: readonly Listed[];
};

const listedOf = (one: z.infer<typeof schema>['autoApprove'][number]): Listed =>
  typeof one === 'string' ? { path: one } : { path: one.path, matches: new RegExp(`^(?:${one.matches})$`) };

// Everything else is free text, or leads to more than itself.
const NO_TEXT = new Set([
  'enumeration',
  'date',
  'time',
  'datetime',
  'integer',
  'biginteger',
  'float',
  'decimal',
  'boolean',
]);

/** What is wrong with a listed path; `undefined` when nothing is. */
function problemOfListed(
  strapi: Core.Strapi,
  contentType: ContentType,
  { path, matches }: Listed,
): string | undefined {
  const [name = '', field] = path.split('.');
  const attribute = contentType.attributes[name];
  const component = attribute?.component && strapi.components[attribute.component as UID.Component];
  const inner = field && component ? (component.attributes as unknown as Attributes)[field] : undefined;
  const target = field === undefined ? attribute : inner;
  if (!target) return `has no attribute for ${path} (autoApprove)`;
  if (NO_TEXT.has(target.type)) return undefined;
  if (target.type !== 'string' && target.type !== 'text')
    return `cannot show ${path} without review (autoApprove): name fields without text, as "${name}.field"`;
  return matches
    ? undefined
    : `must say which texts of ${path} need no review (autoApprove: { path, matches })`;
}

const moderated = new WeakMap<Core.Strapi, ReadonlyMap<string, ModerationOptions>>();

function problemOf(
  strapi: Core.Strapi,
  options: ModerationOptions,
  contentType: ContentType,
): string | undefined {
  const has = (name: string): boolean => name in contentType.attributes;
  if (contentType.options?.draftAndPublish !== true) return 'needs options.draftAndPublish: true';
  if (!has(options.titleField)) return `has no attribute ${options.titleField} (titleField)`;
  const { businessPath } = options;
  if (businessPath && businessPath !== 'self' && !has(businessPath))
    return `has no attribute ${businessPath} (businessPath)`;
  return options.autoApprove.map((one) => problemOfListed(strapi, contentType, one)).find(Boolean);
}

type Attributes = Record<string, { type: string; component?: string }>;

interface ContentType {
  uid: string;
  attributes: Attributes;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: Record<string, unknown>;
}

function read(strapi: Core.Strapi, contentType: ContentType): ModerationOptions | undefined {
  const raw = contentType.pluginOptions?.moderation;
  if (raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (!parsed.success)
    throw new Error(`pluginOptions.moderation of ${contentType.uid}: ${z.prettifyError(parsed.error)}`);
  const options = { ...parsed.data, autoApprove: parsed.data.autoApprove.map(listedOf) };
  const problem = problemOf(strapi, options, contentType);
  if (problem) throw new Error(`pluginOptions.moderation of ${contentType.uid}: the type ${problem}.`);
  return options.enabled ? options : undefined;
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
    const options = read(strapi, contentType);
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
