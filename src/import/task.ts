import type { Note } from './domain/notes';
import type { ImportRecord } from './domain/record';
import type { LedgerEntry } from './ledger';

/** A record that is to be imported. */
export interface Task {
  readonly record: ImportRecord;
  /** What has already been left out of it. */
  readonly notes: readonly Note[];
  /** What the last import made of it. */
  readonly entry: LedgerEntry | undefined;
  /** Of its row in a table, from 1. */
  readonly line?: number;
}

/** What people call a record. */
export const nameOf = (record: ImportRecord): string =>
  record.type === 'business' ? record.name : (record.title.de ?? record.title.en ?? '');
