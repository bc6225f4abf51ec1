import type { Borders } from '../../city/domain/borders';
import type { GeoPoint } from '../../domain/geo';
import { nameKey } from '../../domain/place-names';
import type { AddressRecord } from './record';

export interface District {
  name: string;
  slug: string | null;
  documentId: string;
  /** Whether its English version does not exist yet. */
  germanOnly: boolean;
}

export interface City {
  name: string;
  postcodes: readonly string[];
  districts: readonly District[];
  borders: Borders;
}

// Many towns have a district "Mitte": unless something shows that the address is in this city, nothing is guessed.
const isElsewhere = (address: AddressRecord | undefined, city: City): boolean => {
  if (address?.postcode !== undefined) return !city.postcodes.includes(address.postcode);
  return address?.place !== undefined && nameKey(address.place) !== nameKey(city.name);
};

/** Where borders say that a record is: the district of its point. They know better than the name that a source writes. */
export const districtOfPoint = (
  point: GeoPoint | undefined,
  { districts, borders }: City,
): District | undefined => {
  const slug = point && borders.districtAt(point);
  return slug ? districts.find((district) => district.slug === slug) : undefined;
};

/** The districts of this city with these names; others, such as those of a neighbouring town, are left out. */
export const namedDistricts = (names: readonly string[], { districts }: City): District[] =>
  names.flatMap((name) => districts.find((district) => nameKey(district.name) === nameKey(name)) ?? []);

/** The district with the name the record gives. */
export const matchDistrict = (
  name: string | undefined,
  address: AddressRecord | undefined,
  city: City,
): District | undefined => {
  if (name === undefined || isElsewhere(address, city)) return undefined;
  return city.districts.find((district) => nameKey(district.name) === nameKey(name));
};
