/** What a source says about a document, in the terms of the content model and before anything is written. */

/** A text in the languages the source has it in. */
export interface Texts {
  de?: string;
  en?: string;
}

export interface SourceId {
  system: string;
  externalId: string;
}

export interface Attribution {
  text: string;
  licenceUrl?: string;
}

export interface AddressRecord {
  street?: string;
  houseNumber?: string;
  postcode?: string;
  place?: string;
}

export interface PointRecord {
  latitude: number;
  longitude: number;
}

export interface SocialLinkRecord {
  network: string;
  url: string;
}

export interface ContactRecord {
  phone?: string;
  mobile?: string;
  fax?: string;
  /** `null` if it was erased on request. */
  email?: string | null;
  website?: string;
  socialLinks?: SocialLinkRecord[];
}

export interface HoursRecord {
  service: 'on-site' | 'delivery' | 'pickup' | 'phone';
  /** OSM `opening_hours` syntax. */
  rule: string;
  validFrom?: string;
  validThrough?: string;
  note?: Texts;
}

export interface PictureRecord {
  /** Id of an uploaded file. */
  image: number;
  alternativeText: Texts;
  caption?: Texts;
  credit: string;
}

export interface OfferRecord {
  kind: string;
  title: Texts;
  description?: Texts;
  url?: string;
  /** In minor units of the currency. */
  price?: number;
  currency?: string;
  validFrom?: string;
  validThrough?: string;
  deliveryArea?: Texts;
}

export interface RewardRecord {
  title: Texts;
  description?: Texts;
  minimumAmount?: number;
  quantity?: number;
}

export interface CampaignRecord {
  kind: string;
  title: Texts;
  story?: Texts;
  goal?: number;
  startsAt?: string;
  endsAt?: string;
  image?: PictureRecord;
  rewards?: RewardRecord[];
}

/** Where a business serves, apart from districts. */
export interface ServiceAreaRecord {
  postcodes?: string[];
  radiusKm?: number;
}

export interface BusinessRecord {
  type: 'business';
  source: SourceId;
  name: string;
  summary?: Texts;
  description?: Texts;
  /** OSM category ids such as `shop/bakery`. */
  categories: string[];
  /** Name of a district as the source spells it. */
  district?: string;
  /** Names of the districts where it serves, as the source spells them. */
  servedDistricts?: string[];
  serviceArea?: ServiceAreaRecord;
  address?: AddressRecord;
  location?: PointRecord;
  contact?: ContactRecord;
  hours: HoursRecord[];
  sizeClass?: string;
  chain: boolean;
  /** Given by who runs the business; no import of other people's data says so. */
  syndicationConsent?: boolean;
  logo?: PictureRecord;
  photos?: PictureRecord[];
  attribution?: Attribution;
  lastConfirmedAt?: string;
  offers: OfferRecord[];
  campaigns?: CampaignRecord[];
}

export interface PhoneLineRecord {
  number: string;
  label?: Texts;
  languages?: string[];
}

export interface OrganisationRecord {
  type: 'organisation';
  source: SourceId;
  name: Texts;
  kind: string;
  contact?: ContactRecord;
  address?: AddressRecord;
  partner: boolean;
  attribution?: Attribution;
}

export interface AdvisoryContactRecord {
  type: 'advisory-contact';
  source: SourceId;
  organisation?: OrganisationRecord;
  kind: 'hotline' | 'counselling' | 'programme';
  title: Texts;
  description?: Texts;
  topics: Texts[];
  phones: PhoneLineRecord[];
  email?: string;
  url?: string;
  hours: HoursRecord[];
  address?: AddressRecord;
  attribution?: Attribution;
}

export type ImportRecord = BusinessRecord | AdvisoryContactRecord;
export type ImportType = ImportRecord['type'];
