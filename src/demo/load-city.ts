import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { DEFAULT_LANGUAGE } from '../languages/language';
import { MAX_DISTANCE_KM } from '../domain/geo';
import { CategoryDirectory, readCurated } from '../import/category-directory';
import { readCity } from '../import/city';
import type { Mapped } from '../import/domain/notes';
import type { BusinessRecord, ImportRecord, ImportType } from '../import/domain/record';
import { readImportFile } from '../import/read-import-file';
import { runImport } from '../import/run-import';
import {
  loadDistricts,
  loadLinkedPortals,
  loadOrganisations,
  loadPressNotices,
  loadProfile,
} from './city-basics';
import {
  cityFile,
  listCities,
  readCityFile,
  type DistrictFile,
  type FictionalBusinessFile,
  type LinkedPortalFile,
  type OrganisationFile,
  type PressNoticeFile,
  type ProfileFile,
} from './city-files';
import { cityFolder, fictionalBusiness } from './fictional-businesses';
import { loadIntake } from './load-intake';
import { postcodeDistances } from './postcode-distance';

export { listCities };

export interface LoadProgress {
  /** What is being loaded, in English. */
  step: string;
  done: number;
  total: number;
}

export interface LoadOptions {
  /** Name of a folder in `data/cities`. */
  city: string;
  /** The folder `data`. */
  dataDir: string;
  onProgress?: (progress: LoadProgress) => void;
  /** The day from which relative dates in the city's files are counted. */
  now?: Date;
}

interface Marker {
  city: string;
  complete: boolean;
}

const store = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'stadtverbund', key: 'demo-city' });

const readMarker = async (strapi: Core.Strapi): Promise<Marker | null> =>
  (await store(strapi).get({})) as Marker | null;

const progressOf = (step: string, total: number, { onProgress }: LoadOptions): (() => void) => {
  let done = 0;
  onProgress?.({ step, done, total });
  return () => onProgress?.({ step, done: (done += 1), total });
};

const loadCategories = async (strapi: Core.Strapi, options: LoadOptions): Promise<void> => {
  const curated = readCurated(options.dataDir);
  const onOne = progressOf('categories', curated.length, options);
  const directory = await CategoryDirectory.open(strapi, options.dataDir);
  for (const { slug } of curated) {
    await strapi.db.transaction(() => directory.ensureSlug(slug));
    directory.keep();
    onOne();
  }
};

interface Batch {
  step: string;
  type: ImportType;
  records: Mapped<ImportRecord>[];
}

const importBatch = async (
  strapi: Core.Strapi,
  { step, type, records }: Batch,
  options: LoadOptions,
): Promise<void> => {
  await runImport(strapi, type, records, {
    dataDir: options.dataDir,
    onProgress: (done, total) => options.onProgress?.({ step, done, total }),
  });
};

const recordsOf = async (
  strapi: Core.Strapi,
  file: string,
  { dataDir }: LoadOptions,
): Promise<Mapped<ImportRecord>[]> => {
  const { rulePlace } = await readCity(strapi);
  return readImportFile(file).records({ dataDir, rulePlace, language: DEFAULT_LANGUAGE });
};

const loadGeoJson = async (
  strapi: Core.Strapi,
  step: string,
  name: string,
  options: LoadOptions,
): Promise<void> => {
  const file = cityFile(options.dataDir, options.city, name);
  if (!file) return;
  const records = await recordsOf(strapi, file, options);
  await importBatch(strapi, { step, type: 'business', records }, options);
};

const loadHealthOffices = async (
  strapi: Core.Strapi,
  profile: ProfileFile,
  options: LoadOptions,
): Promise<void> => {
  const distance = postcodeDistances(options.dataDir, profile.centre);
  const isNear = (one: Mapped<ImportRecord>): boolean =>
    one.ok &&
    one.record.type === 'advisory-contact' &&
    (distance(one.record.address?.postcode) ?? Infinity) <= MAX_DISTANCE_KM;
  const offices = await recordsOf(strapi, join(options.dataDir, 'health-offices.csv'), options);
  const records = offices.filter(isNear);
  await importBatch(strapi, { step: 'health offices', type: 'advisory-contact', records }, options);
};

const loadFictional = async (
  strapi: Core.Strapi,
  files: FictionalBusinessFile[],
  options: LoadOptions,
): Promise<void> => {
  const context = {
    strapi,
    folder: cityFolder(options.dataDir, options.city),
    now: options.now ?? new Date(),
  };
  const records: Mapped<BusinessRecord>[] = [];
  for (const file of files)
    records.push({ ok: true, record: await fictionalBusiness(context, file), notes: [] });
  await importBatch(strapi, { step: 'fictional businesses', type: 'business', records }, options);
};

const load = async (strapi: Core.Strapi, profile: ProfileFile, options: LoadOptions): Promise<void> => {
  const read = <T>(name: string): T[] => readCityFile<T[]>(options.dataDir, options.city, name) ?? [];
  const districts = read<DistrictFile>('districts.json');
  const organisations = read<OrganisationFile>('organisations.json');
  const portals = read<LinkedPortalFile>('linked-portals.json');
  const notices = read<PressNoticeFile>('press-notices.json');
  await loadProfile(strapi, profile);
  await loadDistricts(strapi, districts, progressOf('districts', districts.length, options));
  await loadCategories(strapi, options);
  await loadOrganisations(strapi, organisations, progressOf('organisations', organisations.length, options));
  await loadLinkedPortals(strapi, portals, progressOf('linked portals', portals.length, options));
  await loadPressNotices(strapi, notices, progressOf('press notices', notices.length, options));
  await loadGeoJson(strapi, 'listings', 'listings.geojson', options);
  await loadHealthOffices(strapi, profile, options);
  await loadGeoJson(strapi, 'weekly markets', 'markets.geojson', options);
  // Last, so that the first page of a list shows real businesses.
  await loadFictional(strapi, read<FictionalBusinessFile>('businesses.json'), options);
  await loadIntake(strapi);
};

const readProfile = ({ city, dataDir }: LoadOptions): ProfileFile => {
  const profile = readCityFile<ProfileFile>(dataDir, city, 'profile.json');
  if (!profile)
    throw new Error(
      `There is no city "${city}" in ${dataDir}/cities. There are: ${listCities(dataDir).join(', ')}.`,
    );
  return profile;
};

const assertEmpty = async (strapi: Core.Strapi): Promise<void> => {
  const businesses = await strapi.db.query('api::business.business').count();
  const profiles = await strapi.db.query('api::city-profile.city-profile').count();
  if (businesses + profiles > 0)
    throw new Error(
      'This database holds content of a real installation; a demo city is loaded into an empty one only. Use another DATABASE_URL, or start with `npm start`.',
    );
};

/** The city that was loaded into this database, fully or partly. */
export const loadedCity = async (strapi: Core.Strapi): Promise<Marker | null> => readMarker(strapi);

/**
 * Loads a city from `data/cities` unless it is already loaded. An interrupted load resumes where it stopped: every step
 * skips what already exists.
 * @throws if another city is loaded or partly loaded, or if there is content that did not come from a demo city
 */
export async function loadCity(
  strapi: Core.Strapi,
  options: LoadOptions,
): Promise<'loaded' | 'already-loaded'> {
  const profile = readProfile(options);
  const marker = await readMarker(strapi);
  if (marker && marker.city !== options.city) {
    throw new Error(
      `This database holds ${marker.city}; one installation serves one city. Remove .data (or use another DATABASE_URL) to start ${options.city}.`,
    );
  }
  if (marker?.complete) return 'already-loaded';
  if (!marker) await assertEmpty(strapi);
  await store(strapi).set({ value: { city: options.city, complete: false } });
  await load(strapi, profile, options);
  await store(strapi).set({ value: { city: options.city, complete: true } });
  return 'loaded';
}
