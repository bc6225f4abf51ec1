interface Consent {
  readonly documentId?: unknown;
  readonly syndicationConsent?: unknown;
  /** Where an import has it from; absent for what was entered here. */
  readonly source?: unknown;
  /** Whom to name and under which licence. */
  readonly attribution?: unknown;
  readonly business?: unknown;
}

const asConsent = (value: unknown): Consent | null =>
  typeof value === 'object' && value !== null ? value : null;

/**
 * Whether a listing may leave by the feed. A business that somebody manages: with its consent, which nobody else can
 * give. One that nobody manages yet: with its consent, or by the licence of the source it was imported from. What belongs
 * to a business: as that one. Everything else is the city's own and always may.
 * @param asksConsent the type has the attribute `syndicationConsent`
 * @param managed the businesses that somebody manages, by document id
 */
export function isSyndicated(entry: Consent, asksConsent: boolean, managed: ReadonlySet<string>): boolean {
  if (!asksConsent)
    return !('business' in entry) || isSyndicated(asConsent(entry.business) ?? {}, true, managed);
  if (entry.syndicationConsent === true) return true;
  const isManaged = typeof entry.documentId === 'string' && managed.has(entry.documentId);
  return !isManaged && entry.source != null && entry.attribution != null;
}
