import type { Listing } from '../listing';
import { advisoryContact } from './advisory-contact';
import { campaign } from './campaign';
import { fit } from './fit';
import { generic } from './generic';
import { LANGUAGE_MAPS, oneLanguage } from './json-ld-context';
import { localBusiness } from './local-business';
import { mappingOf, type Mapping, type MappingOptions } from './mapping';
import { newsArticle } from './news-article';
import type { Node } from './node';
import { offer } from './offer';

type Map = (mapping: Mapping, url: string) => Node;

/** By the content type's singular name; other types are mapped by the kinds of their attributes. */
const MAPPINGS: Readonly<Record<string, Map>> = {
  business: localBusiness,
  offer,
  campaign,
  'advisory-contact': advisoryContact,
  'press-notice': newsArticle,
};

/** A listing as schema.org JSON-LD, under 19,000 bytes: what everyone may read, without e-mail addresses. */
export function toSchemaOrg(listing: Listing, options: MappingOptions): Node {
  const mapping = mappingOf(listing, options);
  const url = options.urlOf(listing);
  const { '@type': type, ...properties } = (MAPPINGS[listing.type] ?? generic)(mapping, url);
  return fit({
    '@context': options.language === 'map' ? LANGUAGE_MAPS : oneLanguage(options.language),
    '@type': type ?? 'Thing',
    '@id': url,
    identifier: listing.documentId,
    ...properties,
  });
}
