import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

interface Relations {
  extractAndValidateRequestInfo(...parameters: unknown[]): Promise<object | undefined>;
}

/**
 * Relations of a field that an editor may not read: the content manager sets 403, but goes on and fails on the missing
 * data. With this it stops at 403.
 */
export function onUnreadableRelation(strapi: Core.Strapi, refusal: () => Error): void {
  const relations = functionsOf<Relations>(
    'relation-fields',
    'The controller of relations',
    strapi.plugin('content-manager').controller('relations'),
    'extractAndValidateRequestInfo',
  );
  const extract = relations.extractAndValidateRequestInfo.bind(relations);
  relations.extractAndValidateRequestInfo = async (...parameters) => {
    const info = await extract(...parameters);
    if (info === undefined) throw refusal();
    return info;
  };
}
