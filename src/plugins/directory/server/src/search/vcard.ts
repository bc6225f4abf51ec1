import type { Core } from '@strapi/strapi';
import VCard from 'vcard-creator';
import { z } from 'zod';
import { listingUrl } from '#src/listing/index';
import type { ListingDetailRow } from './listing.sql';

const text = z.string().nullish();
const address = z.object({ street: text, houseNumber: text, postcode: text, place: text }).nullish();
const contact = z
  .object({ phone: text, mobile: text, fax: text, email: text, website: text })
  .partial()
  .nullish();

/** What a card can hold of a listing of any type. */
const schema = z.object({
  summary: text,
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

/** Whether a listing has any contact details. */
export function hasVcard(row: ListingDetailRow): boolean {
  const card = cardOf(row);
  return Boolean(card.address ?? card.contact ?? card.email ?? (card.phones ?? []).length > 0);
}

/** A listing's contact details as vCard 3.0 (RFC 2426). */
export function vcard(strapi: Core.Strapi, row: ListingDetailRow): string {
  const card = cardOf(row);
  const { type, slug, document_id: documentId } = row;
  const written = new VCard()
    .addFullName(row.name)
    .addName({ familyName: row.name })
    .addCompany({ name: row.name })
    .addUid(documentId);
  for (const phone of phonesOf(card)) written.addPhoneNumber(phone);
  const email = card.contact?.email ?? card.email;
  if (email) written.addEmail({ address: email, type: ['work'] });
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
  if (card.summary) written.addNote(card.summary);
  const website = card.contact?.website ?? card.url;
  written.addUrl({ url: website ?? listingUrl(strapi, { type, slug, documentId }) });
  return written.toString();
}
