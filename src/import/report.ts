import type { Language } from '../languages/language';
import { CATALOGUES } from '../languages';
import { noteText, type Note } from './domain/notes';
import { failureReasons } from './failure-reasons';
import { nameOf, type Task } from './task';
import type { Caveat } from './update-document';

export type ImportStatus = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface ReportedRecord {
  /** Of its row in a table, from 1. */
  line?: number;
  externalId: string;
  name: string;
  status: ImportStatus;
  /** Why it was rejected, or what of it was left out. */
  reasons: string[];
}

export interface ImportReport {
  records: ReportedRecord[];
  totals: Record<ImportStatus, number>;
}

/** A report with what there is to say of the file. */
export interface FileReport extends ImportReport {
  notes: string[];
}

export const reportOf = (records: ReportedRecord[]): ImportReport => {
  const totals = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { status } of records) totals[status] += 1;
  return { records, totals };
};

interface Unmapped {
  readonly line?: number | undefined;
  readonly externalId: string;
  readonly name: string;
  readonly notes: readonly Note[];
}

/** A record that was rejected before it reached the rules. */
export const notImported = (
  { line, externalId, name, notes }: Unmapped,
  language: Language,
): ReportedRecord => ({
  ...(line === undefined ? {} : { line }),
  externalId,
  name,
  status: 'rejected',
  reasons: notes.map((note) => noteText(note, language)),
});

/** A record that was written or was up to date. */
export const imported = (
  { record, notes, line }: Task,
  status: ImportStatus,
  language: Language,
  caveat?: Caveat,
): ReportedRecord => ({
  ...(line === undefined ? {} : { line }),
  externalId: record.source.externalId,
  name: nameOf(record),
  status,
  reasons: [
    ...notes.map((note) => noteText(note, language)),
    ...(caveat ? [CATALOGUES[language].imports.reservations[caveat]] : []),
  ],
});

/** A record stopped by a rule or another error. */
export const refused = (task: Task, thrown: unknown, language: Language): ReportedRecord => {
  const { reasons, ...report } = imported(task, 'rejected', language);
  return { ...report, reasons: [...failureReasons(thrown, language), ...reasons] };
};
