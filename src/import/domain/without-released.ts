import type { ImportRecord } from './record';

const contactOf = (record: object): { email?: unknown } | undefined =>
  (record as { contact?: { email?: unknown } }).contact;

/**
 * A record without what somebody has had erased: an address that is `null` in the last one (`withoutPersonal`) does not
 * come back with the next import.
 */
export function withoutReleased<Imported extends ImportRecord>(
  before: object | undefined,
  record: Imported,
): Imported {
  const contact = contactOf(record);
  if (!before || !contact || contactOf(before)?.email !== null) return record;
  return { ...record, contact: { ...contact, email: null } };
}
