import type { Core } from '@strapi/strapi';
import type { Entry } from '../domain/listing';
import { archiveWarning } from './archive-warning';
import { stateOfCampaign } from './campaign-state';
import type { DerivedFields } from './derived-field';

/**
 * The derived fields of each type, by the names used everywhere: REST, GraphQL, hits and pages of the directory,
 * JSON-LD, feed and OpenAPI. What changes with time alone has to be computed from the type's period. Code that changes
 * other tables on which a field depends announces the document by `announceChanged` and moves the version.
 */
const DERIVED: Readonly<Record<string, DerivedFields>> = {
  'api::campaign.campaign': { state: stateOfCampaign },
  'api::press-notice.press-notice': { archiveWarning },
};

const NOTHING: DerivedFields = {};

/** The derived fields of a type. */
export const derivedFields = (uid: string): DerivedFields => DERIVED[uid] ?? NOTHING;

/**
 * The derived values of documents of one type, in the same order.
 * @param known the attributes the documents have, if not all; fields computed from others are left out
 */
export async function derivedValues(
  strapi: Core.Strapi,
  uid: string,
  documents: readonly Entry[],
  now: Date,
  known?: readonly string[],
): Promise<Record<string, unknown>[]> {
  const values = documents.map((): Record<string, unknown> => ({}));
  if (documents.length === 0) return values;
  for (const [name, { from, compute }] of Object.entries(derivedFields(uid))) {
    if (known && !from.every((attribute) => known.includes(attribute))) continue;
    const computed = await compute(strapi, documents, now);
    for (const [at, value] of values.entries()) value[name] = computed[at];
  }
  return values;
}
