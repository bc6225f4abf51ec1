interface Consent {
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
 * Whether a listing may leave by the feed. A business: with its consent, or by the licence of the source it was imported
 * from. What belongs to a business: as that one. Everything else is the city's own and always may.
 * @param asksConsent the type has the attribute `syndicationConsent`
 */
export function isSyndicated(entry: Consent, asksConsent: boolean): boolean {
  if (asksConsent)
    return entry.syndicationConsent === true || (entry.source != null && entry.attribution != null);
  return !('business' in entry) || isSyndicated(asConsent(entry.business) ?? {}, true);
}
