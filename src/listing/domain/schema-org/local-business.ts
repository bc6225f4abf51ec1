import type { Entry } from '../listing';
import { areaServed } from './area-served';
import { aboutPage } from './attribution';
import { businessType } from './business-node';
import type { Mapping } from './mapping';
import { node, type Json, type Node } from './node';
import { allHours, hoursRows, serviceHours, type Service } from './opening-hours';
import { picture, pictures } from './pictures';
import { geoCoordinates, postalAddress } from './places';
import { many, one, text, uri } from './read';
import { localText, localTexts } from './texts';

// schema.org/DeliveryMethod uses the terms of GoodRelations.
const DELIVERY_METHODS: Readonly<Partial<Record<Service, string>>> = {
  delivery: 'http://purl.org/goodrelations/v1#DeliveryModeOwnFleet',
  pickup: 'http://purl.org/goodrelations/v1#DeliveryModePickUp',
};

/** Delivery and pickup with their own hours. */
const services = (mapping: Mapping): Node[] =>
  (['delivery', 'pickup'] as const).flatMap((service) =>
    hoursRows(mapping.main, service).length === 0
      ? []
      : [
          node('Offer', {
            availableDeliveryMethod: DELIVERY_METHODS[service],
            itemOffered: node('Service', {
              serviceType: service,
              hoursAvailable: allHours(mapping, service),
            }),
          }),
        ],
  );

function contactPoints(mapping: Mapping): Node[] {
  const contact = one(mapping.main, 'contact');
  const [phone, mobile] = [text(contact, 'phone'), text(contact, 'mobile')];
  const hours = allHours(mapping, 'phone');
  const point = (telephone: string | undefined): Node =>
    node('ContactPoint', { contactType: 'customer service', telephone, hoursAvailable: hours });
  const answered = hours.length > 0 ? [point(phone ?? mobile)] : [];
  return phone && mobile
    ? [...answered, node('ContactPoint', { contactType: 'mobile', telephone: mobile })]
    : answered;
}

/** The rules as written, for readers who know OSM `opening_hours`: nothing is lost that days cannot express. */
const rules = (entry: Entry): Node[] =>
  many(entry, 'hours').map((row) =>
    node('PropertyValue', {
      propertyID: 'opening_hours',
      identifier: text(row, 'service'),
      value: text(row, 'rule'),
      validFrom: text(row, 'validFrom'),
      validThrough: text(row, 'validThrough'),
    }),
  );

const district = (mapping: Mapping): Json | undefined => {
  const name = localText(mapping, (entry) => text(one(entry, 'district'), 'name'));
  const slug = text(one(mapping.main, 'district'), 'slug');
  return name === undefined ? undefined : node('AdministrativeArea', { name, identifier: slug });
};

/**
 * A business as schema.org/LocalBusiness, or the subtype given by its category. No e-mail address: many businesses are
 * one person, and telephone and website are enough to reach them.
 */
export function localBusiness(mapping: Mapping, url: string): Node {
  const { main } = mapping;
  const contact = one(main, 'contact');
  const { regular, special } = serviceHours(mapping, 'on-site');
  return node(businessType(main), {
    name: text(main, 'name'),
    disambiguatingDescription: localText(mapping, (entry) => text(entry, 'summary')),
    description: localText(mapping, (entry) => text(entry, 'description') ?? text(entry, 'summary')),
    url: uri(contact, 'website'),
    telephone: text(contact, 'phone') ?? text(contact, 'mobile'),
    faxNumber: text(contact, 'fax'),
    sameAs: many(contact, 'socialLinks').flatMap((link) => uri(link, 'url') ?? []),
    address: postalAddress(one(main, 'address')),
    geo: geoCoordinates(one(main, 'location')),
    containedInPlace: district(mapping),
    areaServed: areaServed(mapping),
    keywords: localTexts(mapping, (entry) =>
      many(entry, 'categories').flatMap((category) => text(category, 'name') ?? []),
    ),
    openingHoursSpecification: regular,
    specialOpeningHoursSpecification: special,
    contactPoint: contactPoints(mapping),
    makesOffer: services(mapping),
    additionalProperty: rules(main),
    logo: picture(mapping, 'logo'),
    image: pictures(mapping, 'photos'),
    subjectOf: aboutPage(main, url),
  });
}
