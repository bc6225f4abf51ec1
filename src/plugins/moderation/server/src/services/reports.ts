import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import type { PublicType } from '#src/listing/domain/listing-type';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import { holdUntilCommit } from '#src/platform/sql/advisory-locks';
import { isPublicAt, publicFactsPopulate, type PublicFacts } from '#src/domain/public-rule';
import { inTransaction } from '#src/publication/index';
import { cityTimeZone } from '#src/city/known-city';
import type { Actor } from '../contract';
import type { Report } from '../panel-contract';
import type { ReportBody, ReportsQuery } from '../validation/requests';
import { queueSettledMail } from './settled-mail';

interface Row {
  id: number;
  content_type: string;
  document_id: string;
  title: string | null;
  kind: string;
  message: string;
  email: string | null;
  created_at: Date;
  resolved_at: Date | null;
  resolved_by_name: string | null;
  resolution: string | null;
}

const reportOf = (row: Row): Report => ({
  id: row.id,
  contentType: row.content_type,
  documentId: row.document_id,
  title: row.title,
  kind: row.kind,
  message: row.message,
  email: row.email,
  createdAt: row.created_at.toISOString(),
  resolvedAt: row.resolved_at?.toISOString() ?? null,
  resolvedBy: row.resolved_by_name,
  resolution: row.resolution,
});

/** The public entry with this id, in any locale. */
async function publicEntry(
  strapi: Core.Strapi,
  { uid, rule }: PublicType,
  documentId: string,
  now: Date,
): Promise<PublicFacts | undefined> {
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(rule),
    orderBy: { id: 'asc' },
  })) as PublicFacts[];
  const timeZone = await cityTimeZone(strapi);
  return rows.find((row) => isPublicAt(rule, row, now, timeZone));
}

const INSERT = `insert into stadtverbund.report (content_type, document_id, kind, message, email, title, language)
  values (?, ?, ?, ?, ?, ?, ?)`;

// After so many an editor knows; more would only bury the others.
const OPEN_REPORTS = 50;
const OPEN = `select count(*)::int as total from stadtverbund.report
  where content_type = ? and document_id = ? and resolved_at is null`;

/**
 * Accepts a report about a public listing.
 * @param language in which the reporter hears of it
 * @returns the reason if it is not accepted
 */
export async function takeReport(
  strapi: Core.Strapi,
  body: ReportBody,
  { language, now }: { language: Language; now: Date },
): Promise<'not-found' | 'reported-enough' | undefined> {
  const type = typeNamed(listingTypes(strapi).public, body.contentType);
  if (!type || type.isSingle) return 'not-found';
  const entry = await publicEntry(strapi, type, body.documentId, now);
  if (!entry) return 'not-found';
  const { uid } = type;
  const title = typeof entry[type.name] === 'string' ? entry[type.name] : null;
  const message = body.message ?? body.reason ?? '';
  return inTransaction(strapi, async (sql) => {
    await holdUntilCommit(sql, `reports:${body.documentId}`);
    const [open] = await sql<{ total: number }>(OPEN, [uid, body.documentId]);
    if ((open?.total ?? 0) >= OPEN_REPORTS) return 'reported-enough' as const;
    await sql(INSERT, [uid, body.documentId, body.kind, message, body.email ?? null, title, language]);
    return undefined;
  });
}

const FILTER = `where (resolved_at is null) = (:state = 'open')`;
const LIST = `select * from stadtverbund.report ${FILTER} order by created_at, id limit :limit offset :offset`;
const COUNT = `select count(*)::int as total from stadtverbund.report ${FILTER}`;

/** One page of the reports, oldest first. */
export function readReports(
  strapi: Core.Strapi,
  { state, page, pageSize }: ReportsQuery,
): Promise<{ items: Report[]; total: number }> {
  return inTransaction(strapi, async (sql) => {
    const rows = await sql<Row>(LIST, { state, limit: pageSize, offset: (page - 1) * pageSize });
    const count = await sql<{ total: number }>(COUNT, { state });
    return { items: rows.map(reportOf), total: count[0]?.total ?? 0 };
  });
}

const RESOLVE = `update stadtverbund.report set resolved_at = now(), resolved_by = ?, resolved_by_name = ?,
  resolution = ? where id = ? and resolved_at is null returning *`;
const ONE = `select * from stadtverbund.report where id = ?`;

/** Closes a report and tells who made it, if there is an address. @returns the report, or why not */
export async function resolveReport(
  strapi: Core.Strapi,
  id: number,
  editor: Actor,
  resolution: string | null,
): Promise<{ ok: true; report: Report } | { ok: false; reason: 'not-found' | 'wrong-state' }> {
  return inTransaction(strapi, async (sql) => {
    const resolved = await sql<Row>(RESOLVE, [editor.id, editor.name, resolution, id]);
    if (resolved[0]) {
      await queueSettledMail(strapi, resolved[0]);
      return { ok: true, report: reportOf(resolved[0]) };
    }
    const present = await sql<Row>(ONE, [id]);
    return { ok: false, reason: present[0] ? 'wrong-state' : 'not-found' };
  });
}
