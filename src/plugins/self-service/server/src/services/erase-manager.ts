import type { Core } from '@strapi/strapi';
import { documentsOfBusinesses } from '#src/listing/documents-of-person';
import {
  dropFiles,
  forgetDocuments,
  releaseDocuments,
  type ErasureChoice,
  type ErasureReason,
  type PersonalDocument,
} from '#src/platform/personal-data/index';
import type { Sql } from '#src/platform/sql/sql';
import { documentsOf } from '#src/platform/strapi/documents';
import { announceChanged } from '#src/publication/index';
import { everPublic } from '#src/publication/ever-public';
import { writeAs } from '#src/writing/origin';
import { lockManagers, managersOf, removeManager } from './memberships';
import * as SQL from './personal-data.sql';
import { unusedText } from './unused-uploads';

const MEMBERSHIP = 'api::membership.membership';

interface Membership {
  readonly documentId: string;
  readonly business: string;
}

/** Ends memberships of one business. @returns whether nobody manages it any more */
async function leave(
  strapi: Core.Strapi,
  sql: Sql,
  business: string,
  memberships: readonly Membership[],
): Promise<boolean> {
  await lockManagers(sql, business);
  for (const { documentId } of memberships) await removeManager(strapi, documentId);
  const others = await managersOf(strapi, business);
  const [longest] = others;
  if (!longest) return true;
  // A business needs an owner.
  if (!others.some(({ role }) => role === 'owner'))
    await documentsOf(strapi, MEMBERSHIP).update({ documentId: longest.id, data: { role: 'owner' } });
  return false;
}

const keyOf = ({ uid, documentId }: PersonalDocument): string => `${uid} ${documentId}`;

/** Those of these documents that the public has never seen. */
async function unseen(
  strapi: Core.Strapi,
  documents: readonly PersonalDocument[],
): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  for (const uid of new Set(documents.map((one) => one.uid))) {
    const ids = documents.filter((one) => one.uid === uid).map(({ documentId }) => documentId);
    const seen = await everPublic(strapi, uid, ids);
    for (const documentId of ids) if (!seen.has(documentId)) hidden.add(keyOf({ uid, documentId }));
  }
  return hidden;
}

async function eraseOrRelease(
  strapi: Core.Strapi,
  sql: Sql,
  businesses: readonly string[],
  { listings }: ErasureChoice,
): Promise<void> {
  const documents = await documentsOfBusinesses(strapi, sql, businesses);
  // A draft that nobody has seen and nobody can submit any more is of no use to anyone.
  const hidden = await unseen(strapi, documents);
  const isErased = (one: PersonalDocument): boolean => listings === 'remove' || hidden.has(keyOf(one));
  const erased = documents.filter(isErased);
  const left = documents.filter((one) => !isErased(one));
  for (const { uid, documentId } of erased)
    await documentsOf(strapi, uid).delete({ documentId, locale: '*' });
  await forgetDocuments(strapi, sql, erased);
  await releaseDocuments(strapi, sql, left);
  await announceChanged(
    strapi,
    left.map(({ uid: type, documentId }) => ({ type, documentId })),
  );
}

async function eraseUploads(strapi: Core.Strapi, sql: Sql, accountId: number): Promise<void> {
  const unused = await sql<{ id: number }>(
    `select f.id from stadtverbund.upload_owner o join files f on f.id = o.file_id
      where o.account_id = :accountId and ${unusedText(strapi)}`,
    { accountId },
  );
  const ids = unused.map(({ id }) => id);
  await dropFiles(sql, ids);
  await sql(SQL.FORGET_UPLOADS_SQL, { ids });
  await sql(SQL.DISOWN_UPLOADS_SQL, { accountId });
}

/**
 * Takes an account out of the businesses that it manages. One that others manage, too, stays as it is, whatever was chosen:
 * it is theirs as well. One that nobody manages any more is left without what only its person could say, or erased.
 */
export async function eraseManager(
  strapi: Core.Strapi,
  sql: Sql,
  accountId: number,
  reason: ErasureReason,
  choice: ErasureChoice,
): Promise<void> {
  await writeAs(strapi, 'system', async () => {
    const andOrphans = reason === 'account-deleted';
    const memberships = await sql<Membership>(SQL.MEMBERSHIPS_SQL, { accountId, andOrphans });
    const unmanaged: string[] = [];
    for (const business of new Set(memberships.map((one) => one.business))) {
      const own = memberships.filter((one) => one.business === business);
      if (await leave(strapi, sql, business, own)) unmanaged.push(business);
    }
    await eraseOrRelease(strapi, sql, unmanaged, choice);
    await eraseUploads(strapi, sql, accountId);
  });
}
