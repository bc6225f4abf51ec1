import { isSameThing } from './domain/identity';
import type { Mapped } from './domain/notes';
import type { BusinessRecord, ImportRecord } from './domain/record';
import { withoutReleased } from './domain/without-released';
import { ledgerKey, type LedgerEntry } from './ledger';
import { notImported, type ReportedRecord } from './report';
import type { Language } from '../languages/language';
import { nameOf, type Task } from './task';

export type Ledger = ReadonlyMap<string, LedgerEntry>;

export type NewBusiness = Task & { readonly record: BusinessRecord };

// Large enough that the cost of a transaction is negligible, small enough that editors do not wait for it.
const BATCH = 100;

const isNewBusiness = (task: Task): task is NewBusiness =>
  task.entry === undefined && task.record.type === 'business';

/** The records as their listings know them: those of earlier releases keep the ids that they had then. */
function identified(source: readonly Mapped<ImportRecord>[], ledger: Ledger): Mapped<ImportRecord>[] {
  const taken = new Set(
    source.flatMap((one) =>
      one.ok && ledger.has(ledgerKey(one.record.source)) ? [ledgerKey(one.record.source)] : [],
    ),
  );
  return source.map((mapped) => {
    if (!mapped.ok || taken.has(ledgerKey(mapped.record.source))) return mapped;
    const { system } = mapped.record.source;
    const former = mapped.formerIds?.find((externalId) => {
      const key = ledgerKey({ system, externalId });
      const entry = ledger.get(key);
      return entry !== undefined && !taken.has(key) && isSameThing(entry.record, mapped.record);
    });
    if (former === undefined) return mapped;
    const source = { system, externalId: former };
    taken.add(ledgerKey(source));
    return { ...mapped, record: { ...mapped.record, source } };
  });
}

/** What is to be done with each record; what cannot be imported is reported at once. */
export function tasksOf(
  source: readonly Mapped<ImportRecord>[],
  ledger: Ledger,
  language: Language,
): (Task | ReportedRecord)[] {
  const seen = new Set<string>();
  return identified(source, ledger).map((mapped) => {
    if (!mapped.ok) return notImported(mapped, language);
    const { notes, line } = mapped;
    const key = ledgerKey(mapped.record.source);
    const entry = ledger.get(key);
    const record = withoutReleased(entry?.record, mapped.record);
    if (seen.has(key)) {
      const { externalId } = record.source;
      return notImported({ line, externalId, name: nameOf(record), notes: [{ code: 'twice' }] }, language);
    }
    seen.add(key);
    return { record, notes, entry, ...(line === undefined ? {} : { line }) };
  });
}

/** Groups tasks: new businesses in batches, everything else one by one, in the order of the source. */
export function* batched(
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
