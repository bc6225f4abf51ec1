import { sharedInAnnouncement } from './announcement';
import type { Listing } from './domain/listing';

const keyOf = (uid: string, documentId: string): string => `listing ${uid} ${documentId}`;

/** Shares listings with the other listeners of the same announcement, also which of the documents are not public. */
export function shareListings(
  uid: string,
  documentIds: readonly string[],
  listings: ReadonlyMap<string, Listing>,
): void {
  const shared = sharedInAnnouncement();
  for (const id of documentIds) shared?.set(keyOf(uid, id), listings.get(id) ?? null);
}

/** The listings of these documents, if all of them were shared; without those that are not public. */
export function sharedListings(
  uid: string,
  documentIds: readonly string[],
): Map<string, Listing> | undefined {
  const shared = sharedInAnnouncement() as ReadonlyMap<string, Listing | null> | undefined;
  if (!shared || !documentIds.every((id) => shared.has(keyOf(uid, id)))) return undefined;
  const listings = documentIds.map((id) => shared.get(keyOf(uid, id)) ?? null);
  return new Map(listings.flatMap((listing) => (listing ? [[listing.documentId, listing]] : [])));
}
