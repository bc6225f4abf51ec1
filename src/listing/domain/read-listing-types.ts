import { z } from 'zod';
import { LANGUAGES } from '../../languages/languages';
import type { PublicRule } from '../../domain/public-rule';
import { boundariesOf, boundOf } from './boundaries';
import { listingOptions, type ListingOptions } from './listing-options';
import { autoApproved, listingProblems, type AttributesOf } from './listing-problems';
import type {
  DirectoryType,
  FeedType,
  ListingType,
  ListingTypes,
  ModeratedType,
  PublicType,
  Schema,
  SelfServiceType,
} from './listing-type';

// Replaced by `listing`. Nothing reads them any more, so a type that still has them would silently not be public.
const FORMER_OPTIONS = ['moderation', 'directory', 'feed', 'selfService', 'publicFrom'];

const wrong = (uid: string, problem: string): Error =>
  new Error(`pluginOptions.listing of ${uid}: ${problem} (docs/extending.md)`);

function optionsOf({ uid, pluginOptions = {} }: Schema): ListingOptions | undefined {
  const former = FORMER_OPTIONS.find((name) => name in pluginOptions);
  if (former) throw wrong(uid, `say here what pluginOptions.${former} says.`);
  if (pluginOptions.listing === undefined) return undefined;
  const parsed = listingOptions.safeParse(pluginOptions.listing);
  if (!parsed.success) throw wrong(uid, z.prettifyError(parsed.error));
  return parsed.data;
}

interface Read {
  readonly schema: Schema;
  readonly options: ListingOptions;
}

/** @throws if the relation cannot say whose a document is */
function assertBusiness({ schema, options }: Read, business: Read | undefined): void {
  if (options.business === undefined || options.business === 'self') return;
  const { target, relation } = schema.attributes[options.business] ?? {};
  if (!business || target !== business.schema.uid || !relation?.endsWith('ToOne'))
    throw wrong(
      schema.uid,
      `business names ${options.business}, which is not a relation to one document of the type with business: "self".`,
    );
  if (options.public && !business.options.public)
    throw wrong(schema.uid, `public: true needs a public ${business.schema.uid}.`);
}

/** @throws if two types would have the same addresses */
function assertOwnPages(types: readonly ListingType[]): void {
  const owners = new Map<string, string>();
  for (const { uid, page } of types)
    for (const language of page ? LANGUAGES : []) {
      const segment = page?.[language] ?? '';
      const address = `${language} ${segment}`;
      if (owners.has(address))
        throw wrong(uid, `page.${language} is ${segment}, as at ${owners.get(address) ?? ''} already.`);
      owners.set(address, uid);
    }
}

function ruleOf({ schema, options }: Read, business: Read | undefined): PublicRule | undefined {
  if (!options.public) return undefined;
  const { period } = options;
  const ofBusiness = options.business !== undefined && options.business !== 'self' && business;
  const businessRule = ofBusiness ? ruleOf(ofBusiness, undefined) : undefined;
  return {
    drafts: schema.options?.draftAndPublish === true,
    from: boundOf(schema.attributes, period?.publicFrom),
    through: period?.ends ? boundOf(schema.attributes, period.through) : undefined,
    ...(options.business && businessRule
      ? { business: { attribute: options.business, rule: businessRule } }
      : {}),
  };
}

function typeOf(read: Read, business: Read | undefined): ListingType {
  const { schema, options } = read;
  const { uid, info, kind, attributes } = schema;
  const { name, period, directory, page, feed, selfService } = options;
  return {
    uid,
    type: info.singularName,
    collection: info.pluralName,
    isSingle: kind === 'singleType',
    drafts: schema.options?.draftAndPublish === true,
    attributes,
    name,
    isBusiness: options.business === 'self',
    business: options.business === 'self' ? undefined : options.business,
    period,
    rule: ruleOf(read, business),
    boundaries: options.public ? boundariesOf(attributes, period) : [],
    directory,
    page,
    feed,
    moderation: options.moderation && { autoApprove: autoApproved(options) },
    selfService,
  };
}

const having = <Type extends ListingType>(
  types: readonly ListingType[],
  room: 'rule' | 'directory' | 'feed' | 'moderation' | 'selfService',
): ReadonlyMap<string, Type> =>
  new Map(types.filter((type) => type[room]).map((type) => [type.uid, type as Type]));

/**
 * Reads `pluginOptions.listing` of all schemas into one table. Deny is the default: a type does only what it says.
 * @throws an error naming type and option if a schema asks for something that cannot work; this ends the start
 */
export function readListingTypes(schemas: readonly Schema[], attributesOf: AttributesOf): ListingTypes {
  const all = schemas.flatMap((schema): Read[] => {
    const options = optionsOf(schema);
    return options ? [{ schema, options }] : [];
  });
  for (const { schema, options } of all) {
    const [problem] = listingProblems(schema, options, attributesOf);
    if (problem) throw wrong(schema.uid, problem);
  }
  const [business, second] = all.filter(({ options }) => options.business === 'self');
  if (second) throw wrong(second.schema.uid, `business is "self" at ${business?.schema.uid} already.`);
  for (const one of all) assertBusiness(one, business);
  const types = all.map((one) => typeOf(one, business));
  assertOwnPages(types);
  return {
    all: new Map(types.map((type) => [type.uid, type])),
    public: having<PublicType>(types, 'rule'),
    directory: having<DirectoryType>(types, 'directory'),
    feed: having<FeedType>(types, 'feed'),
    moderated: having<ModeratedType>(types, 'moderation'),
    selfService: having<SelfServiceType>(types, 'selfService'),
    business: types.find(({ isBusiness }) => isBusiness),
  };
}
