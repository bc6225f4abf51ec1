import type { GeoPoint } from '#src/domain/geo';

export interface Address {
  readonly street?: string | null;
  readonly houseNumber?: string | null;
  readonly postcode?: string | null;
  readonly place?: string | null;
}

/** What is known to be somewhere. */
export interface Known {
  readonly address?: Address | null;
  readonly location?: GeoPoint | null;
}

/** Where an address is, and how well that is known. */
export interface Likely {
  readonly point: GeoPoint;
  readonly how: 'house' | 'street';
}

/** A street in the form in which spellings are compared: "Beten-Str." and "Betenstraße" are the same. */
const streetKey = (street: string | null | undefined): string =>
  (street ?? '')
    .toLowerCase()
    .replaceAll('straße', 'str')
    .replaceAll('strasse', 'str')
    .replaceAll('ß', 'ss')
    .split('')
    .filter((letter) => !' .-'.includes(letter))
    .join('');

const numberIn = (houseNumber: string | null | undefined): number => Number.parseInt(houseNumber ?? '', 10);

const numberKey = (houseNumber: string | null | undefined): string =>
  (houseNumber ?? '').toLowerCase().replaceAll(' ', '');

/** As far as both say one. */
const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !one || !other || one === other;

/** Where an address is likely to be: where somebody else is in the same house, or in the same street as near as possible. */
export function likelyPlace(address: Address, known: readonly Known[]): Likely | undefined {
  const street = streetKey(address.street);
  if (street === '') return undefined;
  const neighbours = known.flatMap((one) =>
    one.location &&
    streetKey(one.address?.street) === street &&
    isSame(one.address?.postcode, address.postcode)
      ? [{ point: one.location, number: one.address?.houseNumber }]
      : [],
  );
  const wanted = numberKey(address.houseNumber);
  const house = neighbours.find(({ number }) => wanted !== '' && numberKey(number) === wanted);
  if (house) return { point: house.point, how: 'house' };
  const far = (number: string | null | undefined): number =>
    Math.abs(numberIn(number) - numberIn(address.houseNumber)) || 0;
  const [nearest] = [...neighbours].sort((one, other) => far(one.number) - far(other.number));
  return nearest && { point: nearest.point, how: 'street' };
}
