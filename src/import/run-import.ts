import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, type Language } from '../languages/language';
import { withSessionLock } from '../platform/sql/session-lock';
import { writeAs } from '../writing/origin';
import { CategoryDirectory } from './category-directory';
import { readCity } from './city';
import type { Mapped } from './domain/notes';
import type { ImportRecord, ImportType } from './domain/record';
import { importNew, importOne, type Mode } from './import-task';
import { readLedger } from './ledger';
import { reportOf, type ImportReport, type ReportedRecord } from './report';
import { batched, tasksOf, type Ledger } from './tasks';
import type { WriteContext } from './write-business';

export interface ImportOptions {
  dataDir: string;
  dryRun?: boolean;
  language?: Language;
  onProgress?: (done: number, total: number) => void;
  onWait?: () => void;
}

const UIDS = {
  business: 'api::business.business',
  'advisory-contact': 'api::advisory-contact.advisory-contact',
} as const;

// A listing that has since been deleted is imported again; to keep one away, unpublish it.
const existing = async (strapi: Core.Strapi, type: ImportType, ledger: Ledger): Promise<Ledger> => {
  const rows = (await strapi.db
    .query(UIDS[type])
    .findMany({ select: ['documentId'], where: { locale: 'de' } })) as {
    documentId: string;
  }[];
  const ids = new Set(rows.map(({ documentId }) => documentId));
  return new Map([...ledger].filter(([, { documentId }]) => ids.has(documentId)));
};

const importAll = async (
  strapi: Core.Strapi,
  type: ImportType,
  source: readonly Mapped<ImportRecord>[],
  { dataDir, dryRun = false, language = DEFAULT_LANGUAGE, onProgress }: ImportOptions,
): Promise<ImportReport> => {
  const mode: Mode = { dryRun, language };
  const systems = [...new Set(source.flatMap((one) => (one.ok ? [one.record.source.system] : [])))];
  const ledger = await existing(strapi, type, await readLedger(strapi, type, systems));
  const categories = await CategoryDirectory.open(strapi, dataDir);
  const context: WriteContext = { strapi, city: await readCity(strapi), categories };
  const records: ReportedRecord[] = [];
  for (const next of batched(tasksOf(source, ledger, language))) {
    onProgress?.(records.length, source.length);
    if ('status' in next) records.push(next);
    else if ('record' in next) records.push(await importOne(context, next, mode));
    else records.push(...(await importNew(context, next, mode)));
  }
  onProgress?.(source.length, source.length);
  return reportOf(records);
};

/**
 * Imports records of one type. Idempotent by source system and external id; each record is imported with everything
 * that belongs to it, or not at all; only one import runs at a time.
 *
 * What has not changed in the source since the last import is not written, so editors' changes stay.
 */
export const runImport = (
  strapi: Core.Strapi,
  type: ImportType,
  source: readonly Mapped<ImportRecord>[],
  options: ImportOptions,
): Promise<ImportReport> =>
  withSessionLock(
    strapi,
    'import',
    () => writeAs(strapi, 'import', () => importAll(strapi, type, source, options)),
    options.onWait,
  );
