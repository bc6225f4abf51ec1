import { aboutPage } from './attribution';
import { audiences } from './audiences';
import type { Mapping } from './mapping';
import { node, nodeOrNothing, type Node } from './node';
import { allHours } from './opening-hours';
import { geoCoordinates, postalAddress } from './places';
import { many, one, text, uri } from './read';
import { localText, localTexts, rowsOf } from './texts';

const provider = (mapping: Mapping): Node | undefined => {
  const organisation = one(mapping.main, 'organisation');
  if (!organisation) return undefined;
  return node('Organization', {
    identifier: text(organisation, 'documentId'),
    name: localText(mapping, (entry) => text(one(entry, 'organisation'), 'name')),
    additionalType: text(organisation, 'kind'),
    url: uri(one(organisation, 'contact'), 'website'),
    telephone: text(one(organisation, 'contact'), 'phone'),
    address: postalAddress(one(organisation, 'address')),
  });
};

const languagesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((tag): tag is string => typeof tag === 'string') : [];

/** Each telephone line with its purpose and the languages spoken. */
const phones = (mapping: Mapping): Node[] => {
  const hours = allHours(mapping, 'phone');
  return rowsOf(
    mapping,
    (entry) => many(entry, 'phones'),
    (row, textOf) =>
      node('ContactPoint', {
        contactType: text(mapping.main, 'kind'),
        name: textOf('label'),
        telephone: text(row, 'number'),
        availableLanguage: languagesOf(row.languages),
        hoursAvailable: hours,
      }),
  );
};

/** Hotline, counselling or programme as schema.org/GovernmentService, with a ContactPoint for each line. */
export function advisoryContact(mapping: Mapping, url: string): Node {
  const { main } = mapping;
  const place = nodeOrNothing('Place', {
    address: postalAddress(one(main, 'address')),
    geo: geoCoordinates(one(main, 'location')),
  });
  const lines = phones(mapping);
  const topics = localTexts(mapping, (entry) =>
    many(entry, 'topics').flatMap((row) => text(row, 'name') ?? []),
  );
  return node('GovernmentService', {
    name: localText(mapping, (entry) => text(entry, 'title')),
    description: localText(mapping, (entry) => text(entry, 'description')),
    serviceType: text(main, 'kind'),
    url: uri(main, 'url') ?? url,
    audience: audiences(mapping),
    provider: provider(mapping),
    availableChannel: nodeOrNothing('ServiceChannel', {
      servicePhone: lines,
      serviceUrl: uri(main, 'url'),
      serviceLocation: place,
    }),
    hoursAvailable: allHours(mapping, 'on-site'),
    validFrom: text(main, 'validFrom'),
    validThrough: text(main, 'validThrough'),
    // A service has no key words of its own in schema.org; the page about it has.
    subjectOf: {
      ...aboutPage(main, url),
      ...(topics === undefined ? {} : { keywords: topics }),
    },
  });
}
