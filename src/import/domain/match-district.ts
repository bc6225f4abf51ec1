import { nameKey } from '../../domain/place-names';
import type { AddressRecord } from './record';

export interface District {
  name: string;
  documentId: string;
  /** Whether its English version does not exist yet. */
  germanOnly: boolean;
}

export interface City {
  name: string;
  postcodes: readonly string[];
  districts: readonly District[];
}

// Many towns have a district "Mitte": unless something shows that the address is in this city, nothing is guessed.
const isElsewhere = (address: AddressRecord | undefined, city: City): boolean => {
  if (address?.postcode !== undefined) return !city.postcodes.includes(address.postcode);
  return address?.place !== undefined && nameKey(address.place) !== nameKey(city.name);
};

/** The district with the name the record gives. */
export const matchDistrict = (
  name: string | undefined,
  address: AddressRecord | undefined,
  city: City,
): District | undefined => {
  if (name === undefined || isElsewhere(address, city)) return undefined;
  return city.districts.find((district) => nameKey(district.name) === nameKey(name));
};
