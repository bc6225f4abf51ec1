import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../lib/project';

type Texts = Readonly<Record<'de' | 'en', string>>;

interface SeedCategory {
  slug: string;
  name: Texts;
  terms: Readonly<Record<'de' | 'en', readonly string[]>>;
  parent: string | null;
  osmTags: readonly string[];
  schemaType: string;
}

interface SeedProfile {
  slug: string;
  name: string;
  boundingBox: { south: number; west: number; north: number; east: number };
  postcodes: readonly string[];
}

/** The city in which made-up businesses are placed. */
export interface SeedCity {
  profile: SeedProfile;
  districts: readonly { slug: string; name: Texts }[];
  categories: readonly SeedCategory[];
}

const read = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'data', ...path), 'utf8'));

/** Dortmund as in data/cities, with the whole category tree. */
export const readSeedCity = (): SeedCity => ({
  profile: read('cities', 'dortmund', 'profile.json') as SeedProfile,
  districts: read('cities', 'dortmund', 'districts.json') as SeedCity['districts'],
  categories: read('categories.json') as SeedCategory[],
});
