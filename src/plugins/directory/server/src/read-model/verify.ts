import type { Core } from '@strapi/strapi';
import { holdPublications, inTransaction } from '#src/publication/index';
import { wordsOf, missingWords, type ListingWord } from './words';
import { allDocuments } from './all-documents';
import { compareHours, compareListingHours, type HoursDifference, type WrongHours } from './hours';
import { LOST_HOURS } from './hours.sql';
import type { OnProgress } from './rebuild';
import { batches, build, typesInOrder } from './refresh';
import { COMPARE_ROWS, EXTRA_ROWS, FOREIGN_ROWS } from './write-rows.sql';

interface RowName {
  readonly document_id: string;
  readonly locale: string;
  readonly type: string;
}

/** A row that exists but differs from what it should be. */
export interface Difference extends RowName {
  readonly columns: readonly string[];
  readonly stored: Readonly<Record<string, unknown>>;
  readonly built: Readonly<Record<string, unknown>>;
}

/** How the read model differs from what it should contain. */
export interface Verification {
  readonly documents: number;
  readonly missing: readonly RowName[];
  readonly extra: readonly RowName[];
  readonly different: readonly Difference[];
  readonly hours: readonly HoursDifference[];
  readonly wrongHours: readonly WrongHours[];
  readonly missingWords: readonly ListingWord[];
}

type Found = {
  -readonly [Key in keyof Omit<Verification, 'documents' | 'wrongHours'>]: Verification[Key][number][];
};

interface ComparedRow extends RowName {
  missing: boolean;
  columns: string[];
  stored: unknown;
  built: unknown;
}

const parsed = (value: unknown): Record<string, unknown> =>
  (typeof value === 'string' ? JSON.parse(value) : (value ?? {})) as Record<string, unknown>;

/**
 * Builds every document again and compares it with the read model, without writing. Publications wait for one batch at
 * most.
 */
export async function verify(
  strapi: Core.Strapi,
  clock: () => Date,
  onProgress: OnProgress = () => undefined,
): Promise<Verification> {
  const found: Found = { missing: [], extra: [], different: [], hours: [], missingWords: [] };
  let [documents, done] = [0, 0];
  const types = typesInOrder(strapi);
  const work = await inTransaction(strapi, async (sql) => {
    const all = [];
    for (const type of types) all.push({ type, documents: await allDocuments(strapi, sql, type) });
    return all;
  });
  documents = work.reduce((sum, one) => sum + one.documents.length, 0);
  onProgress(done, documents);
  for (const { type, documents: all } of work)
    for (const batch of batches(all)) {
      await inTransaction(strapi, async (sql) => {
        await holdPublications(strapi);
        const { rows, hours } = await build(strapi, sql, type, batch, clock());
        const keys = rows.map(({ document_id, locale }) => ({ document_id, locale }));
        for (const row of await sql<ComparedRow>(COMPARE_ROWS, { rows: JSON.stringify(rows) })) {
          const { document_id, locale, type: name, columns } = row;
          if (row.missing) found.missing.push({ document_id, locale, type: name });
          else
            found.different.push({
              ...{ document_id, locale, type: name, columns },
              ...{ stored: parsed(row.stored), built: parsed(row.built) },
            });
        }
        found.extra.push(
          ...(await sql<RowName>(EXTRA_ROWS, { documents: batch, keys: JSON.stringify(keys) })),
        );
        found.hours.push(...(await compareListingHours(sql, batch, hours)));
        found.missingWords.push(...(await missingWords(sql, wordsOf(rows))));
      });
      done += batch.length;
      onProgress(done, documents);
    }
  return inTransaction(strapi, async (sql) => {
    const uids = types.map(({ uid }) => uid);
    found.extra.push(...(await sql<RowName>(FOREIGN_ROWS, { uids })));
    const lost = await sql<{ document_id: string }>(LOST_HOURS);
    const known = new Set(found.hours.map(({ document_id }) => document_id));
    for (const { document_id } of lost)
      if (!known.has(document_id))
        found.hours.push({ document_id, service: '', extra: true, missing: false });
    const words = new Map(found.missingWords.map((word) => [`${word.locale} ${word.word}`, word]));
    found.missingWords = [...words.values()];
    return { documents, ...found, wrongHours: await compareHours(strapi, sql, clock()) };
  });
}

/** Whether no difference was found. */
export const isClean = ({ documents: _documents, ...found }: Verification): boolean =>
  Object.values(found).every((list) => list.length === 0);
