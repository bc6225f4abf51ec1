import type { Core } from '@strapi/strapi';
import { relationMentions, type Mention, type Values } from '../domain/document-body';
import type { Refusal } from '../domain/refusal';
import type { SelfServiceType } from '../domain/self-service-type';
import { ownedBusinesses } from './memberships';
import { schemaOf, typeOfUid } from './self-service-types';

async function exists(strapi: Core.Strapi, { uid, target }: Mention<string>): Promise<boolean> {
  return (await strapi.db.query(uid).count({ where: { documentId: target } })) > 0;
}

/** Relations of a body that do not exist, or lead to documents of others. */
export async function relationRefusals(
  strapi: Core.Strapi,
  type: SelfServiceType,
  values: Values,
  accountId: number,
): Promise<Refusal[]> {
  const mentions = relationMentions(schemaOf(strapi)(type.uid), values, schemaOf(strapi));
  const owned = new Set(await ownedBusinesses(strapi, accountId));
  const refusals = await Promise.all(
    mentions.map(async (mention): Promise<Refusal[]> => {
      const { path, target, uid } = mention;
      const joined = typeOfUid(strapi, uid);
      // A listing of someone else is as absent as one that does not exist.
      if (joined?.businessAttribute === null)
        return owned.has(target) ? [] : [{ reason: 'business-not-managed', path }];
      if (joined || !(await exists(strapi, mention)))
        return [{ reason: 'relation-not-found', path, details: { found: target } }];
      return [];
    }),
  );
  return refusals.flat();
}
