import type { Core } from '@strapi/strapi';
import type { CategoryDirectory } from './category-directory';
import type { ImportCity } from './city';
import { changedMembers } from './domain/changes';
import { businessData, type References } from './domain/document-data';
import { districtOfPoint, matchDistrict, namedDistricts, type District } from './domain/match-district';
import type { BusinessRecord } from './domain/record';
import { createInBoth, ensureEnglish, publishAll, type Data, type LocalizedData } from './documents';
import { writeLedger, type LedgerEntry } from './ledger';
import { updateDocument, type Caveat } from './update-document';
import { writeParts } from './write-parts';

const BUSINESS = 'api::business.business';
const DISTRICT = 'api::district.district';

export interface WriteContext {
  strapi: Core.Strapi;
  city: ImportCity;
  categories: CategoryDirectory;
}

export interface Written {
  status: 'created' | 'updated';
  caveat?: Caveat;
}

const inBothLanguages = async (
  strapi: Core.Strapi,
  { germanOnly, documentId, name }: District,
): Promise<void> => {
  if (germanOnly) await ensureEnglish(strapi, DISTRICT, documentId, { name });
};

/** The documents a record refers to, created if missing. */
export const referencesOf = async (
  { strapi, city, categories }: WriteContext,
  record: BusinessRecord,
): Promise<References> => {
  const district =
    districtOfPoint(record.location, city) ?? matchDistrict(record.district, record.address, city);
  const served = namedDistricts(record.servedDistricts ?? [], city);
  for (const one of [...(district ? [district] : []), ...served]) await inBothLanguages(strapi, one);
  return {
    servedDistricts: served.map(({ documentId }) => documentId),
    categories: await categories.ensure(record.categories),
    ...(district ? { district: district.documentId } : {}),
  };
};

/** The data of a business in both languages. */
export const localizedBusiness = (record: BusinessRecord, references: References): LocalizedData => ({
  de: businessData(record, references, 'de'),
  en: businessData(record, references, 'en'),
});

const only = (data: Data, members: ReadonlySet<string>): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => members.has(name)));

const create = async (context: WriteContext, record: BusinessRecord): Promise<Written> => {
  const { strapi } = context;
  const documentId = await createInBoth(
    strapi,
    BUSINESS,
    localizedBusiness(record, await referencesOf(context, record)),
  );
  await publishAll(strapi, BUSINESS, documentId);
  const parts = await writeParts(strapi, record, documentId, {});
  await writeLedger(strapi, 'business', record.source, { documentId, parts, record });
  return { status: 'created' };
};

// Only what the source changed is written, so an editor's corrections elsewhere in the listing stay.
const update = async (
  context: WriteContext,
  record: BusinessRecord,
  entry: LedgerEntry,
): Promise<Written> => {
  const { strapi } = context;
  const changed = changedMembers(entry.record, record);
  const { de, en } = localizedBusiness(record, await referencesOf(context, record));
  const data = { de: only(de, changed), en: only(en, changed) };
  const caveat =
    Object.keys(data.de).length > 0
      ? await updateDocument(strapi, BUSINESS, entry.documentId, data)
      : undefined;
  const partsChanged = changed.has('offers') || changed.has('campaigns');
  const parts = partsChanged ? await writeParts(strapi, record, entry.documentId, entry.parts) : entry.parts;
  await writeLedger(strapi, 'business', record.source, { documentId: entry.documentId, parts, record });
  return { status: 'updated', ...(caveat ? { caveat } : {}) };
};

/** Writes and publishes a business with its offers and campaigns, in both languages. Call inside a transaction. */
export const writeBusiness = (
  context: WriteContext,
  record: BusinessRecord,
  entry: LedgerEntry | undefined,
): Promise<Written> => (entry ? update(context, record, entry) : create(context, record));
