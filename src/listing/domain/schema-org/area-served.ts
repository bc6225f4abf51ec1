import { serviceAreaOf } from '../service-area';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { geoCoordinates } from './places';
import { many, one, text } from './read';
import { localText } from './texts';

/**
 * Where a business serves, as schema.org/areaServed has it: districts as AdministrativeArea, postcodes as GeoShape, which
 * has `postalCode`, and a radius as GeoCircle, whose `geoRadius` is in metres. Always a list: in a feed the term may
 * hold a language map, and a single node would be read as one (JSON-LD 1.1 API, expansion algorithm).
 */
export function areaServed(mapping: Mapping): Node[] {
  const { main } = mapping;
  const { postcodes, radiusKm } = serviceAreaOf(main);
  const centre = geoCoordinates(one(main, 'location'));
  return [
    ...many(main, 'servedDistricts').map((district) =>
      node('AdministrativeArea', {
        name: localText(mapping, (entry) =>
          text(
            many(entry, 'servedDistricts').find(({ documentId }) => documentId === district.documentId),
            'name',
          ),
        ),
        identifier: text(district, 'slug'),
      }),
    ),
    ...postcodes.map((postalCode) => node('GeoShape', { postalCode, addressCountry: 'DE' })),
    ...(radiusKm !== null && centre
      ? [node('GeoCircle', { geoMidpoint: centre, geoRadius: Math.round(radiusKm * 1000) })]
      : []),
  ];
}
