import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, type Language } from '../domain/language';
import { CategoryDirectory } from './category-directory';
import { readCity } from './city';
import { sameJson } from './domain/changes';
import { noteText, type Mapped, type Note } from './domain/notes';
import type { BusinessRecord, ImportRecord, ImportType } from './domain/record';
import { failureReasons } from './failure-reasons';
import { withImportLock } from './import-lock';
import { ledgerKey, readLedger, type LedgerEntry } from './ledger';
import { reportOf, type ImportReport, type ImportStatus, type ReportedRecord } from './report';
import { writeAdvisoryContact } from './write-advisory-contact';
import { writeBusiness, type WriteContext, type Written } from './write-business';
import { writeNewBusinesses } from './write-new-businesses';

export interface ImportOptions {
  dataDir: string;
  dryRun?: boolean;
  language?: Language;
  onProgress?: (done: number, total: number) => void;
  onWait?: () => void;
}

type Ledger = ReadonlyMap<string, LedgerEntry>;

/** Thrown to undo a dry run: everything has been tried, the rules included, and nothing stays. */
class DryRun<Result> extends Error {
  constructor(readonly result: Result) {
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

/** Runs work in a transaction that keeps or forgets the categories it made; a dry run is undone at its end. */
const inTransaction = async <Result>(
  { strapi, categories }: WriteContext,
  dryRun: boolean,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    const result = await strapi.db.transaction(async () => {
      const done = await work();
      if (dryRun) throw new DryRun(done);
      return done;
    });
    categories.keep();
    return result;
  } catch (thrown) {
    categories.forget();
    if (thrown instanceof DryRun) return thrown.result as Result;
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

interface Task {
  readonly record: ImportRecord;
  readonly notes: readonly Note[];
  /** What the last import made of it. */
  readonly entry: LedgerEntry | undefined;
}

const reported = (
  { record, notes }: Task,
  status: ImportStatus,
  { language = DEFAULT_LANGUAGE }: ImportOptions,
  reasons: readonly string[] = [],
): ReportedRecord => ({
  externalId: record.source.externalId,
  name: nameOf(record),
  status,
  reasons: [...reasons, ...notes.map((note) => noteText(note, language))],
});

const refused = (task: Task, thrown: unknown, options: ImportOptions): ReportedRecord =>
  reported(task, 'rejected', options, failureReasons(thrown, options.language ?? DEFAULT_LANGUAGE));

const importOne = async (
  context: WriteContext,
  task: Task,
  options: ImportOptions,
): Promise<ReportedRecord> => {
  const { record, entry } = task;
  if (entry && sameJson(entry.record, record)) return reported(task, 'unchanged', options);
  try {
    const written = await inTransaction(context, options.dryRun ?? false, () =>
      write(context, record, entry),
    );
    const { reasons, ...rest } = reported(task, written.status, options);
    const reserved = written.reservation
      ? [RESERVATIONS[written.reservation][options.language ?? DEFAULT_LANGUAGE]]
      : [];
    return { ...rest, reasons: [...reasons, ...reserved] };
  } catch (thrown) {
    return refused(task, thrown, options);
  }
};

type NewBusiness = Task & { readonly record: BusinessRecord };

const isNewBusiness = (task: Task): task is NewBusiness =>
  task.entry === undefined && task.record.type === 'business';

/**
 * Imports new businesses in one transaction, with one announcement of what became public. Where anything else than a
 * rule stops it, each is imported by itself, so that the report names the one that did.
 */
const importNew = async (
  context: WriteContext,
  tasks: readonly NewBusiness[],
  options: ImportOptions,
): Promise<ReportedRecord[]> => {
  const records = tasks.map(({ record }) => record);
  try {
    const refusals = await inTransaction(context, options.dryRun ?? false, () =>
      writeNewBusinesses(context, records),
    );
    return tasks.map((task, at) => {
      const refusal = refusals[at];
      return refusal ? refused(task, refusal.thrown, options) : reported(task, 'created', options);
    });
  } catch (thrown) {
    context.strapi.log.warn(`The import goes on one by one: ${(thrown as Error).message}`);
    const imported: ReportedRecord[] = [];
    for (const task of tasks) imported.push(await importOne(context, task, options));
    return imported;
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

// Large enough that what a transaction costs does not count, small enough that editors do not wait for it.
const BATCH = 100;

/** What is done together: new businesses in batches, everything else by itself, in the order of the source. */
function* together(
  tasks: readonly (Task | ReportedRecord)[],
): Generator<readonly NewBusiness[] | Task | ReportedRecord> {
  let batch: NewBusiness[] = [];
  for (const task of tasks) {
    const joins = 'record' in task && isNewBusiness(task);
    if (joins) batch.push(task);
    if (batch.length > 0 && (!joins || batch.length === BATCH)) {
      yield batch;
      batch = [];
    }
    if (!joins) yield task;
  }
  if (batch.length > 0) yield batch;
}

const importAll = async (
  strapi: Core.Strapi,
  type: ImportType,
  source: readonly Mapped<ImportRecord>[],
  options: ImportOptions,
): Promise<ImportReport> => {
  const systems = [...new Set(source.flatMap((one) => (one.ok ? [one.record.source.system] : [])))];
  const ledger = await existing(strapi, type, await readLedger(strapi, type, systems));
  const categories = await CategoryDirectory.open(strapi, options.dataDir);
  const context: WriteContext = { strapi, city: await readCity(strapi), categories };
  const records: ReportedRecord[] = [];
  for (const next of together(tasksOf(source, ledger, options.language ?? DEFAULT_LANGUAGE))) {
    options.onProgress?.(records.length, source.length);
    if ('status' in next) records.push(next);
    else if ('record' in next) records.push(await importOne(context, next, options));
    else records.push(...(await importNew(context, next, options)));
  }
  options.onProgress?.(source.length, source.length);
  return reportOf(records);
};

/** What is to be done with each record; what cannot be imported is reported at once. */
const tasksOf = (
  source: readonly Mapped<ImportRecord>[],
  ledger: Ledger,
  language: Language,
): (Task | ReportedRecord)[] => {
  const seen = new Set<string>();
  return source.map((mapped) => {
    if (!mapped.ok) return rejected(mapped, language);
    const { record, notes } = mapped;
    const key = ledgerKey(record.source);
    const { externalId } = record.source;
    if (seen.has(key))
      return rejected({ ok: false, externalId, name: nameOf(record), notes: [{ code: 'twice' }] }, language);
    seen.add(key);
    return { record, notes, entry: ledger.get(key) };
  });
};

/**
 * Imports records of one type. Idempotent by source system and external id; each record as a whole, with everything that
 * belongs to it, or not at all; one import at a time.
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
