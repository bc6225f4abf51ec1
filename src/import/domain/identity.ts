import { slugOf } from '../../domain/slug';
import { cleanText } from './clean-text';
import type { AddressRecord, ImportRecord } from './record';

const slug = (text: string | undefined): string => slugOf(cleanText(text ?? '').text, '');

const nameOf = (record: Partial<ImportRecord>): string =>
  slug('title' in record ? record.title?.de : 'name' in record ? record.name : undefined);

const lineOf = ({ street, houseNumber }: AddressRecord = {}): string =>
  slug([street, houseNumber].filter(Boolean).join(' '));

/**
 * Whether a record of an earlier import, found by an id that did not tell all records apart, is this one: its name is the
 * same, and so is the line of its address. Earlier releases kept a whole address as the street.
 */
export const isSameThing = (stored: object, record: ImportRecord): boolean => {
  const earlier = stored as Partial<ImportRecord>;
  const [before, now] = [lineOf(earlier.address), lineOf(record.address)];
  return (
    nameOf(earlier) === nameOf(record) && (before === '' || before === now || before.startsWith(`${now}-`))
  );
};
