import { kindOf } from './boundaries';
import type { ListingOptions } from './listing-options';
import type { AutoApproved, Schema } from './listing-type';
import type { Attributes } from '../../platform/strapi/schema';

/** The attributes of a component. */
export type AttributesOf = (component: string) => Attributes | undefined;

// Everything else is free text or contains more than a single value.
const NO_TEXT: ReadonlySet<string> = new Set([
  ...['enumeration', 'date', 'time', 'datetime', 'integer', 'biginteger', 'float', 'decimal', 'boolean'],
]);

/** What is wrong with a path whose change shall need no review; `undefined` if nothing is. */
function problemOfAutoApproved(
  { path, matches }: AutoApproved,
  attributes: Attributes,
  attributesOf: AttributesOf,
): string | undefined {
  const [name = '', field] = path.split('.');
  const attribute = attributes[name];
  const target =
    field === undefined ? attribute : attribute?.component && attributesOf(attribute.component)?.[field];
  if (!target) return `moderation.autoApprove names ${path}, which the type does not have.`;
  if (NO_TEXT.has(target.type)) return undefined;
  if (target.type !== 'string' && target.type !== 'text')
    return `moderation.autoApprove cannot show ${path} without review: name fields without text, as "${name}.field".`;
  return matches
    ? undefined
    : `moderation.autoApprove must say which texts of ${path} need no review: { path, matches }.`;
}

/** The attributes that the options name, each with the option that names it. */
function namedAttributes({
  name,
  business,
  period,
  directory,
  selfService,
}: ListingOptions): [string, string][] {
  const named: [string, string | readonly string[] | undefined][] = [
    ['name', name],
    ['business', business === 'self' ? undefined : business],
    ['period.from', period?.from],
    ['period.through', period?.through],
    ['period.publicFrom', period?.publicFrom],
    ['directory.texts', directory?.texts],
    ['directory.keywords', directory?.keywords.map((path) => path.split('.')[0] ?? '')],
    ['directory.show', directory?.show],
    ['directory.hours', directory?.hours],
    ['directory.service', directory?.service],
    ['selfService.writable', selfService?.writable],
  ];
  return named.flatMap(([option, names]) =>
    [names ?? []].flat().map((attribute): [string, string] => [option, attribute]),
  );
}

/** Which of a type's options cannot work, as sentences. */
export function listingProblems(
  schema: Schema,
  options: ListingOptions,
  attributesOf: AttributesOf,
): string[] {
  const { attributes } = schema;
  const { business, period, directory, page, feed, moderation, selfService } = options;
  const drafts = schema.options?.draftAndPublish === true;
  const missing = namedAttributes(options)
    .filter(([, name]) => !(name in attributes))
    .map(([option, name]) => `${option} names ${name}, which the type does not have.`);
  const timeless = [period?.from, period?.through, period?.publicFrom]
    .filter((name) => name !== undefined && name in attributes && !kindOf(attributes, name))
    .map((name) => `period names ${name}, which is neither a date nor a datetime.`);
  const rooms = Object.entries({ directory, feed, moderation, selfService });
  const joined = (names: readonly string[]) => rooms.filter(([name, given]) => given && names.includes(name));
  return [
    ...missing,
    ...timeless,
    ...(drafts ? [] : rooms.filter(([, given]) => given)).map(
      ([name]) => `${name} needs options.draftAndPublish: true.`,
    ),
    ...(options.public ? [] : joined(['directory', 'feed'])).map(([name]) => `${name} needs public: true.`),
    ...(page && !directory ? ['page needs directory: its pages are made of the read model.'] : []),
    ...(selfService && !moderation ? ['selfService needs moderation.'] : []),
    ...(selfService && !business ? ['selfService needs business: whose documents are a contributor’s?'] : []),
    ...autoApproved(options).flatMap((one) => problemOfAutoApproved(one, attributes, attributesOf) ?? []),
  ];
}

/** The paths whose change needs no review. */
export const autoApproved = ({ moderation }: ListingOptions): AutoApproved[] =>
  (moderation?.autoApprove ?? []).map((one) =>
    typeof one === 'string' ? { path: one } : { path: one.path, matches: new RegExp(`^(?:${one.matches})$`) },
  );
