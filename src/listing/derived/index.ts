import type { Core } from '@strapi/strapi';
import type { Entry } from '../listing';
import { archiveWarning } from './archive-warning';
import { stateOfCampaign } from './campaign-state';
import type { DerivedFields } from './derived-field';

/**
 * What is derived of the documents of each type, under the name that it has everywhere: REST, GraphQL, hits and pages of
 * the directory, JSON-LD and feed, OpenAPI. What changes by time alone has to be an attribute of the type's period; what
 * depends on other tables announces its document by `touchPublic`, and moves the version.
 */
const DERIVED: Readonly<Record<string, DerivedFields>> = {
  'api::campaign.campaign': { state: stateOfCampaign },
  'api::press-notice.press-notice': { archiveWarning },
};

const NOTHING: DerivedFields = {};

/** The fields that are derived of documents of a type. */
export const derivedFields = (uid: string): DerivedFields => DERIVED[uid] ?? NOTHING;

/**
 * What is derived of documents of one type, in their order.
 * @param known the attributes that the documents hold, where they do not hold all: what needs others is left out
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
