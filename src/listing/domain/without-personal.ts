type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A listing, as stored or as imported, without what goes with its person though it stays public: the e-mail address,
 * which only its managers and editors see, and the consent. Without a source it does not go to portals by a licence either.
 */
export function withoutPersonal(fields: Fields): Fields {
  const released: Record<string, unknown> = { ...fields };
  if (isFields(fields.contact)) released.contact = { ...fields.contact, email: null };
  if ('syndicationConsent' in fields) released.syndicationConsent = false;
  if ('source' in fields) released.source = null;
  return released;
}
