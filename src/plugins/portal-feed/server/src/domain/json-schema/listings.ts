import {
  address,
  business,
  constant,
  day,
  geo,
  goal,
  hours,
  image,
  instant,
  leastAmount,
  list,
  number,
  page,
  string,
  text,
  texts,
  typed,
  typeName,
  uri,
  type Schema,
} from './definitions';

type Properties = Readonly<Record<string, Schema>>;

const contactPoint = typed('ContactPoint', {
  contactType: string,
  name: text,
  telephone: string,
  availableLanguage: list(string),
  hoursAvailable: hours,
});

const audience = list(typed('Audience', { audienceType: string }));

const BUSINESS: Properties = {
  '@type': typeName,
  name: string,
  disambiguatingDescription: text,
  description: text,
  url: uri,
  telephone: string,
  faxNumber: string,
  sameAs: list(uri),
  address,
  geo,
  containedInPlace: typed('AdministrativeArea', { name: text, identifier: string }),
  areaServed: list({
    oneOf: [
      typed('AdministrativeArea', { name: text, identifier: string }),
      typed('GeoShape', { postalCode: string, addressCountry: constant('DE') }),
      typed('GeoCircle', { geoMidpoint: geo, geoRadius: number }),
    ],
  }),
  keywords: texts,
  openingHoursSpecification: hours,
  specialOpeningHoursSpecification: hours,
  contactPoint: list(contactPoint),
  makesOffer: list(
    typed('Offer', {
      availableDeliveryMethod: uri,
      itemOffered: typed('Service', { serviceType: string, hoursAvailable: hours }),
    }),
  ),
  additionalProperty: list(
    typed('PropertyValue', {
      propertyID: constant('opening_hours'),
      identifier: string,
      value: string,
      validFrom: day,
      validThrough: day,
    }),
  ),
  logo: image,
  image: list(image),
  subjectOf: page,
};

const OFFER: Properties = {
  '@type': constant('Offer'),
  name: text,
  description: text,
  category: string,
  url: uri,
  price: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
  priceCurrency: { type: 'string', pattern: '^[A-Z]{3}$' },
  validFrom: day,
  validThrough: day,
  areaServed: text,
  availableDeliveryMethod: uri,
  offeredBy: business,
  subjectOf: page,
};

const CAMPAIGN: Properties = {
  '@type': constant('DonateAction'),
  name: text,
  description: text,
  url: uri,
  additionalType: string,
  startTime: instant,
  endTime: instant,
  actionStatus: {
    enum: ['Potential', 'Active', 'Completed'].map((state) => `https://schema.org/${state}ActionStatus`),
  },
  recipient: business,
  priceSpecification: goal,
  result: list(
    typed('Offer', {
      name: text,
      description: text,
      priceSpecification: leastAmount,
      inventoryLevel: typed('QuantitativeValue', { value: number }),
    }),
  ),
  image,
  subjectOf: page,
};

const ADVISORY_CONTACT: Properties = {
  '@type': constant('GovernmentService'),
  name: text,
  description: text,
  serviceType: string,
  url: uri,
  audience,
  provider: typed('Organization', {
    identifier: string,
    name: text,
    additionalType: string,
    url: uri,
    telephone: string,
    address,
  }),
  availableChannel: typed('ServiceChannel', {
    servicePhone: list(contactPoint),
    serviceUrl: uri,
    serviceLocation: typed('Place', { address, geo }),
  }),
  hoursAvailable: hours,
  validFrom: day,
  validThrough: day,
  subjectOf: page,
};

const PRESS_NOTICE: Properties = {
  '@type': constant('NewsArticle'),
  headline: text,
  abstract: text,
  articleBody: text,
  url: uri,
  datePublished: day,
  dateModified: day,
  author: typed('Organization', { name: string }),
  publisher: typed('Organization', { name: string }),
  creativeWorkStatus: constant('archived'),
  keywords: texts,
  audience,
  associatedMedia: list(
    typed('MediaObject', {
      contentUrl: uri,
      name: string,
      encodingFormat: string,
      dateModified: instant,
    }),
  ),
  creditText: string,
  license: string,
};

interface ListingSchema {
  readonly properties: Properties;
  /** In addition to what every listing has. */
  readonly required: readonly string[];
}

const KNOWN: Readonly<Record<string, ListingSchema>> = {
  business: { properties: BUSINESS, required: ['name', 'subjectOf'] },
  offer: { properties: OFFER, required: ['name', 'url', 'offeredBy'] },
  campaign: { properties: CAMPAIGN, required: ['name', 'url', 'actionStatus', 'recipient'] },
  'advisory-contact': { properties: ADVISORY_CONTACT, required: ['name', 'url', 'subjectOf'] },
  'press-notice': { properties: PRESS_NOTICE, required: ['headline', 'url'] },
};

const EVERY: Properties = {
  '@context': { type: 'array', minItems: 1 },
  '@type': typeName,
  '@id': uri,
  identifier: string,
};

/** The schema of a listing, by the content type's singular name; without its own mapping, any typed object. */
export function listingSchema(name: string): Schema {
  const known = KNOWN[name];
  return {
    type: 'object',
    required: [...Object.keys(EVERY), ...(known?.required ?? [])],
    properties: { ...EVERY, ...known?.properties },
    ...(known ? { additionalProperties: false } : {}),
  };
}
