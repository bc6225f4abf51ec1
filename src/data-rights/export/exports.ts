import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import type { Attachment } from '#src/platform/http/attachment';
import { enqueue } from '#src/platform/jobs/index';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf, type Sql } from '#src/platform/sql/sql';
import { noteRequest } from '../request-log';
import { archiveName } from './archive-name';
import * as SQL from './exports.sql';
import { EXPORT_QUEUE } from './names';

/** The export of an account. */
export interface Export {
  readonly id: string;
  readonly accountId: number;
  /** Of its texts, and of the mail. */
  readonly language: Language;
  readonly askedAt: Date;
  /** `null` while it is being made. */
  readonly readyAt: Date | null;
  readonly bytes: number;
  readonly endsAt: Date;
}

/** What its owner sees of an export. */
export interface OwnExport {
  readonly state: 'making' | 'ready';
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  /** Deleted then. */
  readonly endsAt: Date;
  /** 0 until it is ready. */
  readonly bytes: number;
}

const shown = ({ askedAt, readyAt, endsAt, bytes }: Export): OwnExport => ({
  state: readyAt ? 'ready' : 'making',
  askedAt,
  readyAt,
  endsAt,
  bytes,
});

/**
 * Has the export of an account made, which takes the place of an earlier one; a mail says when it is ready.
 * @throws Refusal `export-too-soon` (429) within an hour of the last
 */
export function askForExport(strapi: Core.Strapi, accountId: number, language: Language): Promise<OwnExport> {
  return inTransaction(strapi, async (sql) => {
    await sql(SQL.REPLACE_SQL, { accountId });
    const [asked] = await sql<Export>(SQL.ASK_SQL, { accountId, language });
    if (!asked) {
      const [wait] = await sql<{ seconds: number }>(SQL.WAIT_SQL, { accountId });
      throw refused('export-too-soon', [], {}, { retryAfter: Math.max(1, wait?.seconds ?? 1) });
    }
    await enqueue(strapi, { name: EXPORT_QUEUE }, { exportId: asked.id });
    await noteRequest(sql, { what: 'export', whose: 'account' });
    return shown(asked);
  });
}

/** The export of an account; `undefined` if there is none (any more). */
export async function exportOf(strapi: Core.Strapi, accountId: number): Promise<OwnExport | undefined> {
  const [found] = await sqlOf(strapi)<Export>(SQL.OF_ACCOUNT_SQL, { accountId });
  return found && shown(found);
}

/** @returns `undefined` if it is over, erased or replaced */
export async function exportById(sql: Sql, id: string): Promise<Export | undefined> {
  const [found] = await sql<Export>(SQL.BY_ID_SQL, { id });
  return found;
}

/** Reads the parts one by one. */
async function* partsOf(strapi: Core.Strapi, { id, bytes }: Export): AsyncGenerator<Buffer> {
  let sent = 0;
  for (let number = 0; sent < bytes; number += 1) {
    const [part] = await sqlOf(strapi)<{ content: Buffer }>(SQL.PART_SQL, { id, number });
    // Erased while it was read: the connection ends early, and the reader's program says so.
    if (!part) throw new Error('An export was removed while it was read.');
    sent += part.content.length;
    yield part.content;
  }
}

/** An export as a file; `undefined` until it is ready. */
export const fileOf = (strapi: Core.Strapi, stored: Export): Attachment | undefined =>
  stored.readyAt
    ? {
        name: archiveName(stored.readyAt, 'zip'),
        type: 'application/zip',
        bytes: stored.bytes,
        content: Readable.from(partsOf(strapi, stored), { objectMode: false }),
      }
    : undefined;

/** The file of an account. @throws Refusal `not-found` if there is none or it is not ready */
export async function ownExportFile(strapi: Core.Strapi, accountId: number): Promise<Attachment> {
  const [found] = await sqlOf(strapi)<Export>(SQL.OF_ACCOUNT_SQL, { accountId });
  const file = found && fileOf(strapi, found);
  if (!file) throw refused('not-found');
  return file;
}
