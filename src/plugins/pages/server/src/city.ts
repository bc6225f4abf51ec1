import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE, type Language } from '#src/languages/language';
import { VersionedCache } from '#src/platform/version/index';

import { isColour, type CityColours } from './domain/colours';
import type { Entry } from './listing/read-facts';

/** What pages say about the city; its name is missing until there is a profile. */
export interface CityWords {
  readonly name?: string;
  readonly claim?: string;
  readonly imprint?: string;
  readonly colours: CityColours;
  /** A component `media.picture`. */
  readonly logo?: Entry;
}

interface Row extends Entry {
  locale: string;
  name: string;
  claim: string | null;
  imprint: string | null;
  mainColour: string | null;
  secondColour: string | null;
  logo: Entry | null;
}

const CITY_PROFILE = 'api::city-profile.city-profile';

type Profile = Readonly<Partial<Record<string, Row>>>;

interface Known {
  readonly profiles: VersionedCache<Profile>;
  /** What was read last, for pages that must not ask the database. */
  last: Profile;
}

// Kept by instance: tests boot several in one process.
const known = new WeakMap<Core.Strapi, Known>();

function knownIn(strapi: Core.Strapi): Known {
  const found = known.get(strapi) ?? { profiles: new VersionedCache<Profile>(strapi, 1), last: {} };
  known.set(strapi, found);
  return found;
}

async function read(strapi: Core.Strapi): Promise<Profile> {
  const rows = (await strapi.db.query(CITY_PROFILE).findMany({
    select: [
      ...['locale', 'name', 'claim', 'imprint', 'mainColour', 'secondColour'],
      ...['termsOfUse', 'isExample', 'largestSizeClass', 'chainsAdmitted'],
    ],
    populate: {
      logo: { populate: { image: true } },
      operator: { populate: { address: true } },
      privacy: { populate: { supervisoryBody: true } },
      accessibility: { populate: { enforcementBody: true, knownIssues: true } },
    },
    orderBy: { id: 'asc' },
  })) as Row[];
  return Object.fromEntries(rows.map((row) => [row.locale, row]));
}

/** Texts that a language lacks are those of the default language. */
function wordsIn(profile: Profile, language: Language): CityWords {
  const own = profile[language];
  const general = profile[DEFAULT_LANGUAGE] ?? own ?? Object.values(profile)[0];
  const { name, mainColour, secondColour } = general ?? {};
  const logo = own?.logo ?? general?.logo;
  const colours = {
    ...(isColour(mainColour) ? { main: mainColour } : {}),
    ...(isColour(secondColour) ? { second: secondColour } : {}),
  };
  const claim = own?.claim || general?.claim;
  const imprint = own?.imprint || general?.imprint;
  return {
    colours,
    ...(name ? { name } : {}),
    ...(claim ? { claim } : {}),
    ...(imprint ? { imprint } : {}),
    ...(logo ? { logo } : {}),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a language lacks is that of the other, also within a component. */
function completed(own: Entry, general: Entry): Entry {
  const names = new Set([...Object.keys(own), ...Object.keys(general)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [one, other] = [own[name], general[name]];
      if (isEntry(one) && isEntry(other)) return [name, completed(one, other)];
      return [name, isEmpty(one) ? other : one];
    }),
  );
}

/** The city profile as it is read in a language, for the pages of the law. */
export async function cityProfile(strapi: Core.Strapi, language: Language): Promise<Entry> {
  const kept = knownIn(strapi);
  const profile = await kept.profiles.of('', () => read(strapi));
  const general = profile[DEFAULT_LANGUAGE] ?? Object.values(profile)[0] ?? {};
  return completed(profile[language] ?? {}, general);
}

/** What pages say about the city, of the version at hand. */
export async function cityWords(strapi: Core.Strapi, language: Language): Promise<CityWords> {
  const kept = knownIn(strapi);
  kept.last = await kept.profiles.of('', () => read(strapi));
  return wordsIn(kept.last, language);
}

/** The same as it was when it was last read, without asking the database: for pages about its failure. */
export const lastCityWords = (strapi: Core.Strapi, language: Language): CityWords =>
  wordsIn(knownIn(strapi).last, language);
