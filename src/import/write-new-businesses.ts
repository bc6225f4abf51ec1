import { createPublished, newDocument, type NewDocument } from '../writing/bulk';
import { inSavepoint } from '../platform/sql/savepoint';
import type { BusinessRecord } from './domain/record';
import type { Uid } from './documents';
import { writeLedgerEntries } from './ledger';
import { localizedBusiness, referencesOf, type WriteContext } from './write-business';
import { partsOf } from './write-parts';

const BUSINESS = 'api::business.business';

/** A record that has passed the rules together with everything that belongs to it. */
interface Checked {
  readonly record: BusinessRecord;
  readonly business: NewDocument;
  readonly parts: readonly Part[];
}

interface Part {
  readonly name: string;
  readonly uid: Uid;
  readonly document: NewDocument;
}

/** Why a record was refused; undefined if it was written. */
export type Refusal = { readonly thrown: unknown } | undefined;

async function check(context: WriteContext, record: BusinessRecord): Promise<Checked> {
  const { strapi } = context;
  const data = localizedBusiness(record, await referencesOf(context, record));
  const business = await newDocument(strapi, BUSINESS, { ...data });
  const parts: Part[] = [];
  for (const [name, part] of partsOf(record, business.documentId))
    parts.push({ name, uid: part.uid, document: await newDocument(strapi, part.uid, { ...part.data }) });
  return { record, business, parts };
}

async function write({ strapi }: WriteContext, checked: readonly Checked[]): Promise<void> {
  await createPublished(
    strapi,
    BUSINESS,
    checked.map(({ business }) => business),
  );
  const parts = checked.flatMap((one) => one.parts);
  for (const uid of new Set(parts.map((part) => part.uid)))
    await createPublished(
      strapi,
      uid,
      parts.filter((part) => part.uid === uid).map(({ document }) => document),
    );
  const entries = checked.map(({ record, business, parts: own }) => ({
    source: record.source,
    entry: {
      documentId: business.documentId,
      parts: Object.fromEntries(own.map(({ name, document }) => [name, document.documentId])),
      record,
    },
  }));
  await writeLedgerEntries(strapi, 'business', entries);
}

/**
 * Writes and publishes businesses that no import has created yet, with their offers and campaigns, in both languages:
 * as `writeBusiness` does, by the same rules, but in a fixed number of statements for all of them. A refused record
 * leaves nothing behind and does not affect the others. Call inside a transaction.
 * @returns for each record whether it was refused
 * @throws if anything else went wrong; the transaction then has to be rolled back
 */
export async function writeNewBusinesses(
  context: WriteContext,
  records: readonly BusinessRecord[],
): Promise<Refusal[]> {
  const checked: Checked[] = [];
  const refusals: Refusal[] = [];
  for (const record of records) {
    try {
      // Categories and translations that a record needs are created on the way, and undone if it is refused.
      checked.push(await inSavepoint(context.strapi, () => check(context, record)));
      context.categories.hold();
      refusals.push(undefined);
    } catch (thrown) {
      context.categories.drop();
      refusals.push({ thrown });
    }
  }
  await write(context, checked);
  return refusals;
}
