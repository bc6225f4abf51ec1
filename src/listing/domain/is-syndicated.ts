interface Consent {
  readonly documentId?: unknown;
  readonly syndicationConsent?: unknown;
  /** The source an import took it from; absent if it was entered here. */
  readonly source?: unknown;
  /** Whom to credit and under which licence. */
  readonly attribution?: unknown;
}

/**
 * Whether a business, or something that belongs to it, may go out in the feed. A business that someone manages needs
 * their consent, which nobody else can give. One without a manager needs consent or the licence of the source it was
 * imported from. What belongs to no business is the city's own and always may.
 * @param business `null` if it is missing
 * @param managed document ids of businesses that have a manager
 */
export function isSyndicated(business: Consent | null, managed: ReadonlySet<string>): boolean {
  if (business?.syndicationConsent === true) return true;
  const isManaged = typeof business?.documentId === 'string' && managed.has(business.documentId);
  return !isManaged && business?.source != null && business.attribution != null;
}
