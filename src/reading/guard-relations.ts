import type { Core } from '@strapi/strapi';
import { refused } from '../platform/refusals/refusal';

interface Relations {
  extractAndValidateRequestInfo: (...parameters: unknown[]) => Promise<object | undefined>;
}

/**
 * Strapi's relations of a field that an editor may not read: it notes 403, then takes apart what is not there. With
 * this it ends there.
 */
export function guardRelations(strapi: Core.Strapi): void {
  const relations = strapi.plugin('content-manager').controller('relations') as unknown as Relations;
  const extract = relations.extractAndValidateRequestInfo;
  if (typeof extract !== 'function')
    throw new Error('The content manager has no relations to guard. Check src/reading/guard-relations.ts.');
  relations.extractAndValidateRequestInfo = async function (...parameters) {
    const info = await extract.apply(this, parameters);
    if (info === undefined) throw refused('forbidden');
    return info;
  };
}
