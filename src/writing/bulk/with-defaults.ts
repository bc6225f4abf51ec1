import type { Core } from '@strapi/strapi';
import { modelOf } from '../../platform/strapi/models';
import { contentRelations, type Entry } from '../../platform/strapi/schema';

interface Validator {
  validateEntityCreation(
    model: unknown,
    data: Entry,
    options: { isDraft: boolean; locale: string },
  ): Promise<Entry>;
}

/**
 * Runs Strapi's own validation on an entry as on publishing, which also fills in the defaults of the schema.
 * @throws Refusal (400)
 */
export async function withDefaults(
  strapi: Core.Strapi,
  uid: string,
  entry: Entry,
  locale: string,
): Promise<Entry> {
  const model = modelOf(strapi, uid);
  const related = new Set(contentRelations(model).map(([name]) => name));
  const split = Object.entries(entry);
  // It would query the database for each of them; `insertRelations` finds their rows, or refuses.
  const own = Object.fromEntries(split.filter(([name]) => !related.has(name)));
  const relations = Object.fromEntries(split.filter(([name]) => related.has(name)));
  const validator = strapi.entityValidator as Validator;
  return {
    ...(await validator.validateEntityCreation(model, own, { isDraft: false, locale })),
    ...relations,
  };
}
