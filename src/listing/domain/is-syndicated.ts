interface Consent {
  readonly documentId?: unknown;
  readonly syndicationConsent?: unknown;
  /** Where an import has it from; absent for what was entered here. */
  readonly source?: unknown;
  /** Whom to name and under which licence. */
  readonly attribution?: unknown;
}

/**
 * Whether what belongs to a business may leave by the feed, the business itself too. One that somebody manages: with its
 * consent, which nobody else can give. One that nobody manages yet: with its consent, or by the licence of the source it
 * was imported from. What belongs to no business is the city's own and always may.
 * @param business `null` where it is not there
 * @param managed the businesses that somebody manages, by document id
 */
export function isSyndicated(business: Consent | null, managed: ReadonlySet<string>): boolean {
  if (business?.syndicationConsent === true) return true;
  const isManaged = typeof business?.documentId === 'string' && managed.has(business.documentId);
  return !isManaged && business?.source != null && business.attribution != null;
}
