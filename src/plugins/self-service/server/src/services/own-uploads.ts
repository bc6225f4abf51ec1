import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { refused } from '#src/platform/refusals/refusal';
import { sqlOf } from '#src/platform/sql/sql';
import { FILE } from '#src/platform/strapi/schema';
import { usesOfFiles } from '#src/publication/index';
import { shapeFile } from '../domain/shape-document';
import { mayTouch } from './access';
import { removeUnused, unusedText } from './unused-uploads';

interface Row {
  id: number;
  uploadedAt: Date;
  inUse: boolean;
}

interface Page {
  page: number;
  pageSize: number;
}

const listText = (strapi: Core.Strapi): string => `
select f.id, o.created_at as "uploadedAt", not (${unusedText(strapi)}) as "inUse"
  from stadtverbund.upload_owner o join files f on f.id = o.file_id
 where o.account_id = :accountId
 order by o.created_at desc, f.id desc limit :limit offset :offset`;

const COUNT_SQL = `
select count(*)::int as total from stadtverbund.upload_owner o join files f on f.id = o.file_id
 where o.account_id = :accountId`;

const OWN_SQL = `
select f.id from stadtverbund.upload_owner o join files f on f.id = o.file_id
 where o.account_id = :accountId and f.document_id = :documentId`;

/** Where the files are used, of those documents that the account manages: what others do with a picture is theirs. */
async function ownUses(strapi: Core.Strapi, accountId: number, ids: readonly number[]) {
  const own = new Map<number, { collection: string; documentId: string }[]>();
  const { selfService } = listingTypes(strapi);
  for (const { fileId, type: uid, documentId } of await usesOfFiles(strapi, ids)) {
    const type = selfService.get(uid);
    if (!type || !(await mayTouch(strapi, type, documentId, accountId))) continue;
    own.set(fileId, [...(own.get(fileId) ?? []), { collection: type.collection, documentId }]);
  }
  return own;
}

/** The pictures that an account has uploaded, the newest first, and where its documents use them. */
export async function listUploads(strapi: Core.Strapi, accountId: number, { page, pageSize }: Page) {
  const sql = sqlOf(strapi);
  const rows = await sql<Row>(listText(strapi), {
    accountId,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const [counted] = await sql<{ total: number }>(COUNT_SQL, { accountId });
  const ids = rows.map(({ id }) => id);
  const files = (await strapi.db.query(FILE).findMany({ where: { id: { $in: ids } } })) as { id: number }[];
  const uses = await ownUses(strapi, accountId, ids);
  const uploads = rows.flatMap(({ id, uploadedAt, inUse }) => {
    const file = files.find((one) => one.id === id);
    return file ? [{ ...shapeFile({ ...file }), uploadedAt, inUse, usedBy: uses.get(id) ?? [] }] : [];
  });
  return { uploads, total: counted?.total ?? 0 };
}

/**
 * Deletes an own picture that nothing uses, with all its formats.
 * @throws Refusal `not-found`, `upload-used`
 */
export async function removeUpload(
  strapi: Core.Strapi,
  accountId: number,
  documentId: string,
): Promise<void> {
  const [own] = await sqlOf(strapi)<{ id: number }>(OWN_SQL, { accountId, documentId });
  if (!own) throw refused('not-found');
  if (!(await removeUnused(strapi, own.id))) throw refused('upload-used');
}
