import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/platform/sql/sql';
import type { FileReference } from '../domain/body-schema';
import { fileMentions, withFileIds, type Values } from '../domain/document-body';
import { assertNothing } from '#src/platform/refusals/refusal';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { FILE, type Model } from '#src/platform/strapi/schema';

const OWNED_SQL = `
select file_id as id from stadtverbund.upload_owner where account_id = :accountId and file_id = any(:ids)`;

const keyOf = (file: FileReference): string => ('id' in file ? `id:${file.id}` : file.documentId);

/** Ids of the files that a document already uses: they may stay, no matter who uploaded them. */
function filesIn(strapi: Core.Strapi, model: Model, document: Values): Set<number> {
  const mentions = fileMentions(model, document, modelGetter(strapi));
  return new Set(mentions.flatMap(({ target }) => ('id' in target ? [target.id] : [])));
}

async function resolve(strapi: Core.Strapi, files: readonly FileReference[]): Promise<Map<string, number>> {
  const ids = files.flatMap((file) => ('id' in file ? [file.id] : []));
  const documentIds = files.flatMap((file) => ('id' in file ? [] : [file.documentId]));
  const rows = (await strapi.db.query(FILE).findMany({
    where: { $or: [{ id: { $in: ids } }, { documentId: { $in: documentIds } }] },
    select: ['id', 'documentId'],
  })) as { id: number; documentId: string }[];
  return new Map(
    rows.flatMap(({ id, documentId }) => [[`id:${id}`, id] as const, [documentId, id] as const]),
  );
}

async function owned(strapi: Core.Strapi, accountId: number, ids: readonly number[]): Promise<Set<number>> {
  // On the connection of the surrounding write: a second one per write would exhaust the pool.
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ id: number }>(OWNED_SQL, { accountId, ids: [...ids] }),
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Replaces references to files in a body by their ids.
 * @param current the current draft, populated; the files it uses may stay
 * @throws Refusal `file-not-owned` for files that others uploaded, or that do not exist
 */
export async function resolveFiles(
  strapi: Core.Strapi,
  { uid, values, current, accountId }: { uid: string; values: Values; current: Values; accountId: number },
): Promise<Values> {
  const model = modelOf(strapi, uid);
  const mentions = fileMentions(model, values, modelGetter(strapi));
  if (mentions.length === 0) return values;
  const known = await resolve(
    strapi,
    mentions.map(({ target }) => target),
  );
  const mine = await owned(strapi, accountId, [...known.values()]);
  const present = filesIn(strapi, model, current);
  const allowed = (file: FileReference): number | undefined => {
    const id = known.get(keyOf(file));
    return id !== undefined && (mine.has(id) || present.has(id)) ? id : undefined;
  };
  assertNothing(
    mentions.flatMap(({ target, path }) =>
      allowed(target) === undefined ? [{ code: 'file-not-owned' as const, path }] : [],
    ),
  );
  return withFileIds(model, values, modelGetter(strapi), (file) => allowed(file) ?? 0);
}
