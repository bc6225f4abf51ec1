import { slugOf } from '#src/domain/slug';
import { categoryLottery } from './category-lottery';
import type { SeedCity } from './city';
import { documentIdOf, randomFrom, type Random } from './random';
import * as word from './vocabulary';

type Locale = 'de' | 'en';
type Texts = Partial<Record<Locale, string>>;

export interface SeedOffer {
  documentId: string;
  kind: string;
  title: Texts;
  description: Texts;
  price: number | null;
  validThrough: string | null;
}

export interface SeedCampaign {
  documentId: string;
  title: Texts;
  story: Texts;
  goal: number;
  startsAt: string;
  endsAt: string | null;
  rewards: { title: Texts; minimumAmount: number }[];
}

/** One business with everything that belongs to it, ready for seed.sql. */
export interface SeedBusiness {
  documentId: string;
  locales: readonly Locale[];
  name: string;
  slug: string;
  summary: Texts;
  description: Texts;
  categories: readonly string[];
  district: string;
  address: { street: string; houseNumber: string; postcode: string; place: string };
  location: { latitude: number; longitude: number };
  contact: { phone: string; email: string | null; website: string | null };
  hours: { service: string; rule: string }[];
  sizeClass: string;
  syndicationConsent: boolean;
  /** Days before the seed's fixed current date */
  age: number;
  offers: SeedOffer[];
  campaigns: SeedCampaign[];
}

/**
 * Businesses with these numbers contain a word that no other has, so that a query finds as many in 1,000 as in 100,000.
 */
const PLANTED: Readonly<Record<number, string>> = {
  17: 'Quendelmeier',
  333: 'Quendelmeier',
  801: 'Quendelmeier',
  42: 'Zwirbelhuber',
  512: 'Zwirbelhuber',
};

/** The words of {@link PLANTED}: three businesses have the first, two the second. */
export const PLANTED_WORDS = ['Quendelmeier', 'Zwirbelhuber'] as const;

/** Makes business number `n` of a city, the same for every size of the seed. */
export function businessMaker(city: SeedCity, seed: number): (n: number) => SeedBusiness {
  const draw = categoryLottery(city);
  return (n) => {
    const random = randomFrom(seed, n);
    const category = draw(random);
    const district = random.pick(city.districts);
    const street = random.pick(word.STREETS);
    // A third of the surnames are double, giving words that only a few businesses have.
    const surname = PLANTED[n] ?? surnameOf(random);
    const name = nameOf(random, category.name.de, surname, district.name.de);
    const english = random.chance(0.2);
    const text = { district: district.name.de, street };
    const kinds = [category, ...(random.chance(0.25) ? [draw(random)] : [])];
    return {
      documentId: documentIdOf(random),
      locales: english ? ['de', 'en'] : ['de'],
      name,
      // With the number, so that every slug is unique.
      slug: `${slugOf(name, 'betrieb')}-${n}`,
      summary: textsOf(random, english, 1, text),
      description: textsOf(random, english, random.between(2, 6), text),
      categories: [...new Set(kinds.map(({ slug }) => slug))],
      district: district.slug,
      address: {
        street,
        houseNumber: `${random.between(1, 180)}${random.chance(0.1) ? 'a' : ''}`,
        postcode: random.pick(city.profile.postcodes),
        place: city.profile.name,
      },
      location: pointIn(random, city.profile.boundingBox),
      contact: contactOf(random, n),
      hours: hoursOf(random),
      sizeClass: random.pick(['self-employed', 'micro', 'micro', 'small']),
      syndicationConsent: random.chance(0.7),
      age: random.between(1, 700),
      offers: random.chance(0.2) ? [offerOf(random, english, text)] : [],
      campaigns: random.chance(0.02) ? [campaignOf(random, english, name, text)] : [],
    };
  };
}

function surnameOf(random: Random): string {
  const surname = random.pick(word.SURNAMES);
  return random.chance(0.33) ? `${surname}-${random.pick(word.SURNAMES)}` : surname;
}

function nameOf(random: Random, kind: string, surname: string, district: string): string {
  const short = kind.split(/[/(]/)[0]?.trim() ?? kind;
  const forms = [
    () => `${short} ${surname}`,
    () => `${surname} & Söhne`,
    () => `${short} ${surname} ${district}`,
    () => `${random.pick(word.FIRST_NAMES)}s ${short}`,
    () => `${short} zum ${random.pick(word.HOUSE_SIGNS)} (${surname})`,
    () => `${surname} GmbH`,
  ];
  // The planted word has to be in the name, whatever the form.
  const name = random.pick(forms)();
  return Object.values(PLANTED).includes(surname) && !name.includes(surname) ? `${name} ${surname}` : name;
}

type Places = { district: string; street: string };

function fill(random: Random, sentence: string, { district, street }: Places): string {
  return sentence
    .replace('{goods}', random.pick(word.GOODS))
    .replace('{goods2}', random.pick(word.GOODS))
    .replace('{adjective}', random.pick(word.ADJECTIVES))
    .replace('{year}', String(random.between(1890, 2024)))
    .replace('{district}', district)
    .replace('{street}', street);
}

function textsOf(random: Random, english: boolean, sentences: number, places: Places): Texts {
  // Consecutive sentences from a random start, so that none is repeated.
  const text = (from: readonly string[]): string => {
    const first = random.between(0, from.length - 1);
    return Array.from({ length: Math.min(sentences, from.length) }, (_, offset) =>
      fill(random, from[(first + offset) % from.length] ?? '', places),
    ).join(' ');
  };
  return {
    de: text(word.GERMAN_SENTENCES),
    ...(english ? { en: text(word.ENGLISH_SENTENCES) } : {}),
  };
}

/** Denser in the centre, as in a city: the mean of two draws. */
function pointIn(
  random: Random,
  { south, west, north, east }: SeedCity['profile']['boundingBox'],
): { latitude: number; longitude: number } {
  const middling = (): number => (random.next() + random.next()) / 2;
  const degrees = (value: number): number => Number(value.toFixed(6));
  return {
    latitude: degrees(south + (north - south) * middling()),
    longitude: degrees(west + (east - west) * middling()),
  };
}

function contactOf(random: Random, n: number): SeedBusiness['contact'] {
  return {
    phone: `+49231${String(5_550_000 + (n % 10_000)).padStart(7, '0')}`,
    email: random.chance(0.6) ? `betrieb${n}@example.org` : null,
    website: random.chance(0.5) ? `https://betrieb${n}.example.org` : null,
  };
}

function hoursOf(random: Random): SeedBusiness['hours'] {
  if (random.chance(0.1)) return [];
  const rules = random.chance(0.5) ? word.HOURS_COMBINED : word.HOURS_ON_SITE;
  const hours = [{ service: 'on-site', rule: random.pick(rules) }];
  if (random.chance(0.2)) hours.push({ service: 'delivery', rule: random.pick(word.HOURS_DELIVERY) });
  if (random.chance(0.15)) hours.push({ service: 'pickup', rule: random.pick(word.HOURS_DELIVERY) });
  return hours;
}

function offerOf(random: Random, english: boolean, places: Places): SeedOffer {
  const goods = random.pick(word.GOODS);
  return {
    documentId: documentIdOf(random),
    kind: random.pick(['delivery', 'pickup', 'online-order', 'online-shop', 'home-service', 'voucher']),
    title: { de: `${goods} nach Hause`, ...(english ? { en: 'Home delivery' } : {}) },
    description: textsOf(random, english, 2, places),
    price: random.chance(0.5) ? random.between(5, 200) * 100 : null,
    validThrough: random.chance(0.1) ? '2025-06-30' : random.chance(0.3) ? '2035-12-31' : null,
  };
}

function campaignOf(random: Random, english: boolean, name: string, places: Places): SeedCampaign {
  return {
    documentId: documentIdOf(random),
    title: { de: `Hilfe für ${name}`, ...(english ? { en: `Help for ${name}` } : {}) },
    story: textsOf(random, english, 4, places),
    goal: random.between(5, 200) * 10_000,
    startsAt: '2025-01-01T08:00:00Z',
    endsAt: random.chance(0.3) ? '2025-12-31T23:00:00Z' : null,
    rewards: [
      { title: { de: 'Gutschein', ...(english ? { en: 'Voucher' } : {}) }, minimumAmount: 2_500 },
      { title: { de: 'Dank im Schaufenster', ...(english ? { en: 'Thanks' } : {}) }, minimumAmount: 500 },
    ],
  };
}
