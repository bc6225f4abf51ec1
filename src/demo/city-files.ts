import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../import/domain/record';

type Both = Required<Texts>;

export interface ProfileFile {
  slug: string;
  name: string;
  claim: Both;
  hashtag: string;
  centre: { latitude: number; longitude: number };
  boundingBox: { south: number; west: number; north: number; east: number };
  federalState: string;
  timeZone: string;
  postcodes: string[];
  largestSizeClass: string;
  chainsAdmitted: boolean;
  archiveWarning: Both;
  mailSender: Both;
  contactEmail: string;
  imprint: Both;
  isExample: boolean;
  operator: Readonly<Record<string, unknown>> & { contactLanguages: Both };
  privacy: Readonly<Record<string, unknown>> & { processors: Both };
  accessibility: Readonly<Record<string, unknown>> & {
    knownIssues: Readonly<Record<'de' | 'en', readonly Readonly<Record<string, unknown>>[]>>;
  };
  termsOfUse: Both;
}

export interface DistrictFile {
  slug: string;
  name: Both;
}

export interface OrganisationFile {
  externalId: string;
  kind: string;
  name: Both;
  partner: boolean;
  contact?: { website?: string };
}

export interface PressNoticeFile {
  externalId: string;
  title: Both;
  teaser: Both;
  /** Strapi blocks. */
  body: { de: unknown[]; en: unknown[] };
  publishedOn: string;
  asOf: string;
  author: string;
  topics: Both[];
  audiences?: string[];
  archivedAt?: string;
}

export interface LinkedPortalFile {
  name: string;
  url: string;
  text: Both;
  rank: number;
}

export interface PictureFile {
  /** Relative to the city's folder. */
  file: string;
  alternativeText: Both;
  caption: Both;
  credit: string;
}

export interface CampaignFile {
  kind: string;
  title: Both;
  story: Both;
  goal: number;
  startsAt: string;
  endsAt: string;
  image?: PictureFile;
  rewards: { title: Both; description?: Both; minimumAmount: number; quantity?: number }[];
}

export interface FictionalBusinessFile {
  externalId: string;
  name: string;
  categories: string[];
  district: string;
  summary: Both;
  description: Both;
  address: { street: string; houseNumber: string; postcode: string; place: string };
  location: { latitude: number; longitude: number };
  /** Names of districts. */
  servedDistricts?: string[];
  serviceArea?: { postcodes?: string[]; radiusKm?: number };
  contact: { phone?: string; email: string; website: string };
  sizeClass: string;
  chain: boolean;
  /** Whether it may go out in the portal feed. */
  syndicationConsent: boolean;
  hours: { service: 'on-site'; rule: string; validFrom?: string; validThrough?: string; note?: Both }[];
  logo?: PictureFile;
  photos?: PictureFile[];
  offers?: {
    kind: string;
    title: Both;
    description?: Both;
    url?: string;
    price?: number;
    validFrom?: string;
    validThrough?: string;
    deliveryArea?: Both;
  }[];
  campaigns?: CampaignFile[];
}

const citiesFolder = (dataDir: string): string => join(dataDir, 'cities');

/** The names of the cities that have a folder with a profile, in alphabetical order. */
export const listCities = (dataDir: string): string[] =>
  readdirSync(citiesFolder(dataDir), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(citiesFolder(dataDir), entry.name, 'profile.json')),
    )
    .map((entry) => entry.name)
    .sort();

/** The path of a file in a city's folder; undefined if the city does not have it. */
export const cityFile = (dataDir: string, city: string, name: string): string | undefined => {
  const file = join(citiesFolder(dataDir), city, name);
  return existsSync(file) ? file : undefined;
};

/** The parsed content of a JSON file in a city's folder; undefined if the city has none. */
export const readCityFile = <T>(dataDir: string, city: string, name: string): T | undefined => {
  const file = cityFile(dataDir, city, name);
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as T);
};
