import { sameJson } from './domain/changes';
import type { Language } from '../languages/language';
import { imported, refused, type ReportedRecord } from './report';
import type { Task } from './task';
import type { NewBusiness } from './tasks';
import { writeAdvisoryContact } from './write-advisory-contact';
import { writeBusiness, type WriteContext, type Written } from './write-business';
import { writeNewBusinesses } from './write-new-businesses';

/** How tasks are done. */
export interface Mode {
  readonly dryRun: boolean;
  readonly language: Language;
}

/** Thrown to undo a dry run: everything has been tried, including the rules, and nothing is kept. */
class DryRun<Result> extends Error {
  constructor(readonly result: Result) {
    super('dry run');
  }
}

/** Runs work in a transaction that keeps or forgets the categories it made; a dry run is undone at its end. */
async function inTransaction<Result>(
  { strapi, categories }: WriteContext,
  { dryRun }: Mode,
  work: () => Promise<Result>,
): Promise<Result> {
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
}

const write = (context: WriteContext, { record, entry }: Task): Promise<Written> =>
  record.type === 'business'
    ? writeBusiness(context, record, entry)
    : writeAdvisoryContact(context.strapi, record, entry);

/** Imports one record in its own transaction; what has not changed in the source is not written. */
export async function importOne(context: WriteContext, task: Task, mode: Mode): Promise<ReportedRecord> {
  const { language } = mode;
  if (task.entry && sameJson(task.entry.record, task.record)) return imported(task, 'unchanged', language);
  try {
    const { status, caveat } = await inTransaction(context, mode, () => write(context, task));
    return imported(task, status, language, caveat);
  } catch (thrown) {
    return refused(task, thrown, language);
  }
}

/**
 * Imports new businesses in one transaction, with one announcement of what became public. If anything other than a rule
 * stops it, each is imported separately, so that the report names the one at fault.
 */
export async function importNew(
  context: WriteContext,
  tasks: readonly NewBusiness[],
  mode: Mode,
): Promise<ReportedRecord[]> {
  const records = tasks.map(({ record }) => record);
  try {
    const refusals = await inTransaction(context, mode, () => writeNewBusinesses(context, records));
    return tasks.map((task, at) => {
      const refusal = refusals[at];
      return refusal
        ? refused(task, refusal.thrown, mode.language)
        : imported(task, 'created', mode.language);
    });
  } catch (thrown) {
    context.strapi.log.warn(`The import goes on one by one: ${(thrown as Error).message}`);
    const reports: ReportedRecord[] = [];
    for (const task of tasks) reports.push(await importOne(context, task, mode));
    return reports;
  }
}
