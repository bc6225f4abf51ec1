import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, type Language } from '../domain/language';
import { CategoryDirectory } from './category-directory';
import { readCity } from './city';
import { sameJson } from './domain/changes';
import { noteText, type Mapped, type Note } from './domain/notes';
import type { ImportRecord, ImportType } from './domain/record';
import { failureReasons } from './failure-reasons';
import { withImportLock } from './import-lock';
import { ledgerKey, readLedger, type LedgerEntry } from './ledger';
import { reportOf, type ImportReport, type ReportedRecord } from './report';
import { writeAdvisoryContact } from './write-advisory-contact';
import { writeBusiness, type WriteContext, type Written } from './write-business';

export interface ImportOptions {
  dataDir: string;
  dryRun?: boolean;
  language?: Language;
  onProgress?: (done: number, total: number) => void;
  onWait?: () => void;
}

type Ledger = ReadonlyMap<string, LedgerEntry>;

/** Thrown to undo a dry run: everything has been tried, the rules included, and nothing stays. */
class DryRun extends Error {
  constructor(readonly written: Written) {
    super('dry run');
  }
}

const UIDS = {
  business: 'api::business.business',
  'advisory-contact': 'api::advisory-contact.advisory-contact',
} as const;

// A listing that was deleted since is imported again; one that is to stay away is unpublished instead.
const existing = async (strapi: Core.Strapi, type: ImportType, ledger: Ledger): Promise<Ledger> => {
  const rows = (await strapi.db
    .query(UIDS[type])
    .findMany({ select: ['documentId'], where: { locale: 'de' } })) as {
    documentId: string;
  }[];
  const ids = new Set(rows.map(({ documentId }) => documentId));
  return new Map([...ledger].filter(([, { documentId }]) => ids.has(documentId)));
};

const write = (
  context: WriteContext,
  record: ImportRecord,
  entry: LedgerEntry | undefined,
): Promise<Written> =>
  record.type === 'business'
    ? writeBusiness(context, record, entry)
    : writeAdvisoryContact(context.strapi, record, entry);

const inTransaction = async (
  context: WriteContext,
  record: ImportRecord,
  entry: LedgerEntry | undefined,
  dryRun: boolean,
): Promise<Written> => {
  try {
    const written = await context.strapi.db.transaction(async () => {
      const result = await write(context, record, entry);
      if (dryRun) throw new DryRun(result);
      return result;
    });
    context.categories.keep();
    return written;
  } catch (thrown) {
    context.categories.forget();
    if (thrown instanceof DryRun) return thrown.written;
    throw thrown;
  }
};

const RESERVATIONS = {
  'stays-unpublished': {
    de: 'Der Eintrag ist nicht veröffentlicht und bleibt es; die Änderung steht im Entwurf.',
    en: 'The listing is not published and stays so; the change is in the draft.',
  },
  'has-pending-changes': {
    de: 'Im Entwurf stehen unveröffentlichte Änderungen; die neue steht dabei und wurde nicht veröffentlicht.',
    en: 'The draft holds unpublished changes; the new one was added to it and not published.',
  },
} as const;

const nameOf = (record: ImportRecord): string =>
  record.type === 'business' ? record.name : (record.title.de ?? record.title.en ?? '');

const importOne = async (
  context: WriteContext,
  { record, notes }: { record: ImportRecord; notes: Note[] },
  entry: LedgerEntry | undefined,
  { dryRun = false, language = DEFAULT_LANGUAGE }: ImportOptions,
): Promise<ReportedRecord> => {
  const reported = { externalId: record.source.externalId, name: nameOf(record) };
  const reasons = notes.map((note) => noteText(note, language));
  if (entry && sameJson(entry.record, record)) return { ...reported, status: 'unchanged', reasons };
  try {
    const { status, reservation } = await inTransaction(context, record, entry, dryRun);
    const reserved = reservation ? [RESERVATIONS[reservation][language]] : [];
    return { ...reported, status, reasons: [...reasons, ...reserved] };
  } catch (thrown) {
    return { ...reported, status: 'rejected', reasons: [...failureReasons(thrown, language), ...reasons] };
  }
};

const rejected = (
  mapped: Extract<Mapped<ImportRecord>, { ok: false }>,
  language: Language,
): ReportedRecord => ({
  externalId: mapped.externalId,
  name: mapped.name,
  status: 'rejected',
  reasons: mapped.notes.map((note) => noteText(note, language)),
});

const importAll = async (
  strapi: Core.Strapi,
  type: ImportType,
  source: readonly Mapped<ImportRecord>[],
  options: ImportOptions,
): Promise<ImportReport> => {
  const language = options.language ?? DEFAULT_LANGUAGE;
  const systems = [...new Set(source.flatMap((one) => (one.ok ? [one.record.source.system] : [])))];
  const ledger = await existing(strapi, type, await readLedger(strapi, type, systems));
  const categories = await CategoryDirectory.open(strapi, options.dataDir);
  const context: WriteContext = { strapi, city: await readCity(strapi), categories };
  const seen = new Set<string>();
  const records: ReportedRecord[] = [];
  for (const mapped of source) {
    options.onProgress?.(records.length, source.length);
    if (!mapped.ok) {
      records.push(rejected(mapped, language));
      continue;
    }
    const key = ledgerKey(mapped.record.source);
    const repeated: Mapped<ImportRecord> = {
      ok: false,
      externalId: mapped.record.source.externalId,
      name: nameOf(mapped.record),
      notes: [{ code: 'twice' }],
    };
    records.push(
      seen.has(key)
        ? rejected(repeated, language)
        : await importOne(context, mapped, ledger.get(key), options),
    );
    seen.add(key);
  }
  options.onProgress?.(source.length, source.length);
  return reportOf(records);
};

/**
 * Imports records of one type. Idempotent by source system and external id; each record in a transaction of its own,
 * with everything that belongs to it; one import at a time.
 *
 * What the source has not changed since the last import is not written, so what editors changed stays.
 */
export const runImport = (
  strapi: Core.Strapi,
  type: ImportType,
  source: readonly Mapped<ImportRecord>[],
  options: ImportOptions,
): Promise<ImportReport> =>
  withImportLock(strapi, () => importAll(strapi, type, source, options), options.onWait);
