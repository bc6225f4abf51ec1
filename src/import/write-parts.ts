import type { Core } from '@strapi/strapi';
import { campaignData, offerData } from './domain/document-data';
import type { BusinessRecord } from './domain/record';
import { createInBoth, documents, publishAll, updateInBoth, type LocalizedData, type Uid } from './documents';

interface Part {
  uid: Uid;
  data: LocalizedData;
}

const both = (of: (locale: 'de' | 'en') => Record<string, unknown>): LocalizedData => ({
  de: of('de'),
  en: of('en'),
});

/** The offers and campaigns of a record, by a name that stays the same from one import to the next. */
export const partsOf = (record: BusinessRecord, business: string): Map<string, Part> =>
  new Map([
    ...record.offers.map((offer): [string, Part] => [
      `offer:${offer.kind}:${offer.title.de ?? ''}`,
      { uid: 'api::offer.offer', data: both((locale) => offerData(offer, business, locale)) },
    ]),
    ...(record.campaigns ?? []).map((campaign): [string, Part] => [
      `campaign:${campaign.title.de ?? ''}`,
      { uid: 'api::campaign.campaign', data: both((locale) => campaignData(campaign, business, locale)) },
    ]),
  ]);

const uidOf = (name: string): Uid =>
  name.startsWith('offer:') ? 'api::offer.offer' : 'api::campaign.campaign';

const writePart = async (
  strapi: Core.Strapi,
  { uid, data }: Part,
  known: string | undefined,
): Promise<string> => {
  const exists =
    known !== undefined &&
    (await documents(strapi, uid).findOne({ documentId: known, locale: 'de' })) !== null;
  if (exists) await updateInBoth(strapi, uid, known, data);
  const documentId = exists ? known : await createInBoth(strapi, uid, data);
  await publishAll(strapi, uid, documentId);
  return documentId;
};

/**
 * Brings the published offers and campaigns of a business in line with the record. Only those created by an import are
 * touched; those added by editors or the business itself stay.
 * @param known documents of the last import, by part name
 */
export async function writeParts(
  strapi: Core.Strapi,
  record: BusinessRecord,
  business: string,
  known: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const parts = partsOf(record, business);
  for (const [name, documentId] of Object.entries(known)) {
    if (!parts.has(name)) await documents(strapi, uidOf(name)).delete({ documentId, locale: '*' });
  }
  const written: Record<string, string> = {};
  for (const [name, part] of parts) written[name] = await writePart(strapi, part, known[name]);
  return written;
}
