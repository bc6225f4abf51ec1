import type { Traits } from '#src/response-cache/domain/public-address';

const SCHEMA = /^\/api\/feed\/schema\/[a-z0-9.-]+$/;

/** The JSON Schemas of the feed: of all that it has, only they are the same for everybody. */
export const schemaPath = (path: string): Traits | undefined =>
  SCHEMA.test(path) ? { namesHost: true } : undefined;
