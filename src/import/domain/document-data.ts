import type {
  AdvisoryContactRecord,
  BusinessRecord,
  CampaignRecord,
  HoursRecord,
  OfferRecord,
  OrganisationRecord,
  PictureRecord,
  Texts,
} from './record';

export type Locale = 'de' | 'en';

type Data = Record<string, unknown>;

// A description missing in one language is not taken from the other; a title is required, so German is used instead.
const text = (texts: Texts | undefined, locale: Locale): string | null => texts?.[locale] ?? null;
const title = (texts: Texts, locale: Locale): string | null => texts[locale] ?? texts.de ?? texts.en ?? null;

const hours = (records: readonly HoursRecord[], locale: Locale): Data[] =>
  records.map(({ service, rule, validFrom, validThrough, note }) => ({
    service,
    rule,
    validFrom: validFrom ?? null,
    validThrough: validThrough ?? null,
    note: text(note, locale),
  }));

const picture = ({ image, alternativeText, caption, credit }: PictureRecord, locale: Locale): Data => ({
  image,
  alternativeText: title(alternativeText, locale),
  caption: text(caption, locale),
  credit,
});

/** The ids of documents that records refer to by name. */
export interface References {
  categories: string[];
  district?: string;
  servedDistricts?: string[];
}

/** The attributes of a business in one language. Attributes absent from the record are null here. */
export const businessData = (record: BusinessRecord, references: References, locale: Locale): Data => ({
  name: record.name,
  summary: text(record.summary, locale),
  description: text(record.description, locale),
  categories: references.categories,
  district: references.district ?? null,
  address: record.address ?? null,
  location: record.location ?? null,
  servedDistricts: references.servedDistricts ?? [],
  serviceArea: record.serviceArea ?? null,
  contact: record.contact ?? null,
  hours: hours(record.hours, locale),
  sizeClass: record.sizeClass ?? null,
  chain: record.chain,
  ...(record.syndicationConsent === undefined ? {} : { syndicationConsent: record.syndicationConsent }),
  logo: record.logo ? picture(record.logo, locale) : null,
  photos: (record.photos ?? []).map((photo) => picture(photo, locale)),
  source: record.source,
  attribution: record.attribution ?? null,
  lastConfirmedAt: record.lastConfirmedAt ?? null,
});

export const offerData = (record: OfferRecord, business: string, locale: Locale): Data => ({
  business,
  kind: record.kind,
  title: title(record.title, locale),
  description: text(record.description, locale),
  url: record.url ?? null,
  price: record.price ?? null,
  currency: record.currency ?? 'EUR',
  validFrom: record.validFrom ?? null,
  validThrough: record.validThrough ?? null,
  deliveryArea: text(record.deliveryArea, locale),
});

export const campaignData = (record: CampaignRecord, business: string, locale: Locale): Data => ({
  business,
  kind: record.kind,
  title: title(record.title, locale),
  story: text(record.story, locale),
  goal: record.goal ?? null,
  currency: 'EUR',
  startsAt: record.startsAt ?? null,
  endsAt: record.endsAt ?? null,
  image: record.image ? picture(record.image, locale) : null,
  rewards: (record.rewards ?? []).map((reward) => ({
    title: title(reward.title, locale),
    description: text(reward.description, locale),
    minimumAmount: reward.minimumAmount ?? null,
    quantity: reward.quantity ?? null,
  })),
});

export const organisationData = (record: OrganisationRecord, locale: Locale): Data => ({
  name: title(record.name, locale),
  kind: record.kind,
  contact: record.contact ?? null,
  address: record.address ?? null,
  partner: record.partner,
  source: record.source,
  attribution: record.attribution ?? null,
});

export const advisoryContactData = (
  record: AdvisoryContactRecord,
  organisation: string | undefined,
  locale: Locale,
): Data => ({
  organisation: organisation ?? null,
  kind: record.kind,
  title: title(record.title, locale),
  description: text(record.description, locale),
  topics: record.topics.map((topic) => ({ name: title(topic, locale) })),
  phones: record.phones.map(({ number, label, languages }) => ({
    number,
    label: text(label, locale),
    languages: languages ?? null,
  })),
  email: record.email ?? null,
  url: record.url ?? null,
  hours: hours(record.hours, locale),
  address: record.address ?? null,
  source: record.source,
  attribution: record.attribution ?? null,
});
