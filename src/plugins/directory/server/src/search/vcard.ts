import type { Core } from '@strapi/strapi';
import VCard from 'vcard-creator';
import { z } from 'zod';
import type { Language } from '#src/languages/language';
import { listingUrl } from '#src/listing/index';
import type { ListingDetailRow } from './listing.sql';

const text = z.string().nullish();
const address = z.object({ street: text, houseNumber: text, postcode: text, place: text }).nullish();
const contact = z.object({ phone: text, mobile: text, fax: text, website: text }).partial().nullish();

/** What a card can hold of a listing of any type. */
const schema = z.object({
  summary: text,
  updatedAt: text.catch(null),
  attribution: z.object({ text, licenceUrl: text }).nullish().catch(null),
  address: address.catch(null),
  contact: contact.catch(null),
  email: text.catch(null),
  url: text.catch(null),
  phones: z
    .array(z.object({ number: text }))
    .nullish()
    .catch(null),
});
type Card = z.infer<typeof schema>;

const cardOf = (row: ListingDetailRow): Card => schema.parse(JSON.parse(row.detail));

const phonesOf = ({
  contact: known,
  phones,
}: Card): { number: string; type: ('work' | 'cell' | 'fax')[] }[] => [
  ...(known?.phone ? [{ number: known.phone, type: ['work' as const] }] : []),
  ...(phones ?? []).flatMap(({ number }) => (number ? [{ number, type: ['work' as const] }] : [])),
  ...(known?.mobile ? [{ number: known.mobile, type: ['cell' as const] }] : []),
  ...(known?.fax ? [{ number: known.fax, type: ['work' as const, 'fax' as const] }] : []),
];

/** Whether a listing is anything that one can go to, call or write to. */
export function hasVcard(row: ListingDetailRow): boolean {
  const { address: at, contact: by, email, phones } = cardOf(row);
  const isSomewhere = row.latitude !== null || [at?.street, at?.postcode, at?.place].some(Boolean);
  return isSomewhere || [email, ...Object.values(by ?? {})].some(Boolean) || (phones ?? []).length > 0;
}

/** What it says about itself, and whom its licence asks to name. */
const noteOf = ({ summary, attribution }: Card): string =>
  [summary, [attribution?.text, attribution?.licenceUrl].filter(Boolean).join(', ')]
    .filter(Boolean)
    .join('\n');

/**
 * A listing's contact details as vCard 3.0 (RFC 2426).
 * @param language of the reader
 */
export function vcard(strapi: Core.Strapi, row: ListingDetailRow, language: Language): string {
  const card = cardOf(row);
  const { type, slug, document_id: documentId } = row;
  const written = new VCard()
    .addFullName(row.name)
    .addName({ familyName: row.name })
    .addCompany({ name: row.name })
    .addUid(documentId);
  for (const phone of phonesOf(card)) written.addPhoneNumber(phone);
  // That of an office; a business has none here (docs/adr/0067).
  if (card.email) written.addEmail({ address: card.email, type: ['work'] });
  const { street, houseNumber, postcode, place } = card.address ?? {};
  if (street ?? postcode ?? place)
    written.addAddress({
      street: [street, houseNumber].filter(Boolean).join(' '),
      locality: place ?? '',
      postalCode: postcode ?? '',
      country: 'Deutschland',
      type: ['work'],
    });
  if (row.latitude !== null && row.longitude !== null)
    written.addGeo({ latitude: row.latitude, longitude: row.longitude });
  const note = noteOf(card);
  if (note) written.addNote(note);
  // Otherwise the library takes the time of writing, and each card is news.
  if (card.updatedAt) written.addRevision(new Date(card.updatedAt));
  const website = card.contact?.website ?? card.url;
  written.addUrl({ url: website ?? listingUrl(strapi, { type, slug, documentId }, language) });
  return written.toString();
}
