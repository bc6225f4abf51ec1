import type { Core } from '@strapi/strapi';
import type { FoundRow } from '#src/platform/personal-data/index';
import type { Sql } from '#src/platform/sql/sql';
import { businessName } from './business-name';
import * as SQL from './personal-data.sql';

interface Membership {
  readonly business: string;
  readonly role: string;
  readonly since: Date;
}

/** Which businesses an account manages, and what it has uploaded. */
export async function findManager(
  strapi: Core.Strapi,
  sql: Sql,
  accountId: number | undefined,
): Promise<FoundRow[]> {
  if (accountId === undefined) return [];
  const found: FoundRow[] = [];
  for (const membership of await sql<Membership>(SQL.FIND_MEMBERSHIPS_SQL, { accountId }))
    found.push({ ...membership, name: await businessName(strapi, membership.business) });
  return [...found, ...(await sql<FoundRow>(SQL.FIND_UPLOADS_SQL, { accountId }))];
}
