import type { Entry } from '../listing';
import { node, nodeOrNothing, type Node } from './node';
import { number, text } from './read';

/** schema.org/PostalAddress of a German address. */
export function postalAddress(address: Entry | undefined): Node | undefined {
  const street = [text(address, 'street'), text(address, 'houseNumber')].filter(Boolean).join(' ');
  const made = nodeOrNothing('PostalAddress', {
    streetAddress: street,
    postalCode: text(address, 'postcode'),
    addressLocality: text(address, 'place'),
  });
  return made && { ...made, addressCountry: 'DE' };
}

/** schema.org/GeoCoordinates, WGS 84. */
export function geoCoordinates(point: Entry | undefined): Node | undefined {
  const [latitude, longitude] = [number(point, 'latitude'), number(point, 'longitude')];
  if (latitude === undefined || longitude === undefined) return undefined;
  return node('GeoCoordinates', { latitude, longitude });
}
