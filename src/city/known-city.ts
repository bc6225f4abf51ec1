import type { Core } from '@strapi/strapi';
import { isFederalState, type FederalState } from '../domain/federal-states';
import type { GeoPoint } from '../domain/geo';
import type { LocalDistricts } from '../domain/places';
import { DEFAULT_TIME_ZONE } from '../domain/public-rule';
import { VersionedCache } from '../platform/version';
import { NO_BACKGROUND, type Background } from './domain/background';
import { NO_BORDERS, type Borders } from './domain/borders';
import { cityGround } from './ground-files';

/** The city as far as its profile has been filled in. */
export interface City {
  name: string;
  federalState: FederalState;
  timeZone: string;
  centre: GeoPoint;
}

interface ProfileRow {
  name: string;
  slug: string | null;
  federalState: string;
  timeZone: string;
  centre?: { latitude: number; longitude: number } | null;
}

interface Commit {
  onCommit: (this: void, callback: () => void) => void;
}

interface Known {
  city: City | undefined;
  districts: LocalDistricts | undefined;
  borders: Borders;
  background: Background;
}

const CITY_PROFILE = 'api::city-profile.city-profile';
const DISTRICT = 'api::district.district';

// What a write is checked against is at most this old: another instance may have changed the profile, but reading it in
// each transaction would cost several statements.
const KEPT_MS = 10_000;

interface Kept {
  city: { known: Promise<Known>; until: number } | undefined;
}

// Cached in the instance's container: a module can be loaded twice, but the instance must have one copy to forget.
const KEPT = 'stadtverbund.kept-city';

function keptIn(strapi: Core.Strapi): Kept {
  if (!strapi.has(KEPT)) strapi.add(KEPT, { city: undefined } satisfies Kept);
  return strapi.get<Kept>(KEPT);
}

function forgetCity(strapi: Core.Strapi): void {
  keptIn(strapi).city = undefined;
}

// Kept by instance: tests boot several in one process.
const byVersion = new WeakMap<Core.Strapi, VersionedCache<Known>>();

/**
 * The city's profile, districts and borders. What is answered is made of those of the version at hand; what is written is checked
 * against those of ten seconds ago at most.
 */
export function knownCity(strapi: Core.Strapi): Promise<Known> {
  if (strapi.db.inTransaction()) return knownToWrites(strapi);
  const versioned = byVersion.get(strapi) ?? new VersionedCache<Known>(strapi, 1);
  byVersion.set(strapi, versioned);
  return versioned.of('', () => read(strapi));
}

function knownToWrites(strapi: Core.Strapi): Promise<Known> {
  const kept = keptIn(strapi);
  if (!kept.city || kept.city.until < Date.now()) {
    const known = read(strapi).catch((error: unknown) => {
      forgetCity(strapi);
      throw error;
    });
    kept.city = { known, until: Date.now() + KEPT_MS };
  }
  return kept.city.known;
}

async function read(strapi: Core.Strapi): Promise<Known> {
  const profile = (await strapi.db
    .query(CITY_PROFILE)
    .findOne({ where: {}, orderBy: { id: 'asc' }, populate: { centre: true } })) as ProfileRow | null;
  if (!profile?.centre || !isFederalState(profile.federalState))
    return { city: undefined, districts: undefined, borders: NO_BORDERS, background: NO_BACKGROUND };
  const { name, slug, federalState, timeZone, centre } = profile;
  const districts = (await strapi.db.query(DISTRICT).findMany({ select: ['name'] })) as {
    name: string | null;
  }[];
  return {
    city: {
      name,
      federalState,
      timeZone,
      centre: { latitude: centre.latitude, longitude: centre.longitude },
    },
    districts: { city: name, names: districts.flatMap((district) => district.name ?? []) },
    ...cityGround(strapi, slug),
  };
}

/** The time zone in which days begin and end; German time until there is a profile. */
export const cityTimeZone = async (strapi: Core.Strapi): Promise<string> =>
  (await knownCity(strapi)).city?.timeZone ?? DEFAULT_TIME_ZONE;

/** Clears what writes see whenever a profile or a district is written: immediately, and again when the write is committed. */
export function forgetCityOnChange(strapi: Core.Strapi): void {
  const forget = async (): Promise<void> => {
    forgetCity(strapi);
    // Someone reading in between would cache the state before the commit.
    await strapi.db.transaction(({ onCommit }: Commit) => onCommit(() => forgetCity(strapi)));
  };
  strapi.db.lifecycles.subscribe({
    models: [CITY_PROFILE, DISTRICT],
    afterCreate: forget,
    afterUpdate: forget,
    afterDelete: forget,
    afterCreateMany: forget,
    afterUpdateMany: forget,
    afterDeleteMany: forget,
  });
}
