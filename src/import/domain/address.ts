import type { AddressRecord } from './record';
import { compact, firstOf, type Tags } from './tags';

// In hamlets without street names, an address is `addr:place` and a number.
const streetOf = (tags: Tags): string | undefined =>
  firstOf(tags, 'addr:street', 'contact:street', 'object:street', 'addr:place');

/** `addr:*`, or `contact:*` if the mapper used that. Missing parts stay missing. */
export const addressOf = (tags: Tags): AddressRecord | undefined =>
  compact<AddressRecord>({
    street: streetOf(tags),
    houseNumber: firstOf(tags, 'addr:housenumber', 'contact:housenumber', 'object:housenumber'),
    postcode: firstOf(tags, 'addr:postcode', 'contact:postcode', 'object:postcode'),
    place: firstOf(tags, 'addr:city', 'contact:city', 'object:city', 'addr:hamlet'),
  });

// Longer than any street; a longer text is not split.
const LONGEST = 300;

// Where a number may begin: after a blank that does not itself follow a digit.
const BEFORE_NUMBER = /(?<=\D)\s(?=\d)/g;
const NUMBER = /^\d+(?: ?[a-z])?(?: ?[-–/+] ?\d+(?: ?[a-z])?)*$/i;
const LINE_END = /[\n\r\u2028\u2029]/;

/**
 * "Norderstr. 58-60" as street and number; a text without a number at its end is not split. In "Straße des 17. Juni
 * 135" the number is the last part.
 */
export const splitStreet = (text: string | undefined): Pick<AddressRecord, 'street' | 'houseNumber'> => {
  const whole = text?.trim() ?? '';
  for (const { index } of whole.length > LONGEST ? [] : whole.matchAll(BEFORE_NUMBER)) {
    const [street, houseNumber] = [whole.slice(0, index).trim(), whole.slice(index + 1)];
    if (NUMBER.test(houseNumber.replace(/\s+/g, ' ')) && !LINE_END.test(street))
      return { street: street.replace(/,$/, ''), houseNumber };
  }
  return whole ? { street: whole } : {};
};
