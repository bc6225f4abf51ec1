import type { AddressRecord } from './record';
import { compact, firstOf, type Tags } from './tags';

// In hamlets without street names, `addr:place` and a number stand for the street.
const streetOf = (tags: Tags): string | undefined =>
  firstOf(tags, 'addr:street', 'contact:street', 'object:street', 'addr:place');

/** `addr:*`, or `contact:*` where the mapper used that. Parts that are missing stay missing. */
export const addressOf = (tags: Tags): AddressRecord | undefined =>
  compact<AddressRecord>({
    street: streetOf(tags),
    houseNumber: firstOf(tags, 'addr:housenumber', 'contact:housenumber', 'object:housenumber'),
    postcode: firstOf(tags, 'addr:postcode', 'contact:postcode', 'object:postcode'),
    place: firstOf(tags, 'addr:city', 'contact:city', 'object:city', 'addr:hamlet'),
  });

// "Straße des 17. Juni 135": the number is what stands at the end.
const NUMBER_AT_END = /^(.*?\D)\s+(\d+\s*[a-z]?(?:\s*[-–/+]\s*\d+\s*[a-z]?)*)$/i;

/** "Norderstr. 58-60" as street and number; whatever has no number at its end stays whole. */
export const splitStreet = (text: string | undefined): Pick<AddressRecord, 'street' | 'houseNumber'> => {
  const match = NUMBER_AT_END.exec(text?.trim() ?? '');
  if (match) return { street: (match[1] ?? '').trim().replace(/,$/, ''), houseNumber: match[2] ?? '' };
  return text?.trim() ? { street: text.trim() } : {};
};
