import { isBusinessCategory } from './businesses';
import type { CategoryCatalogue } from './osm-categories';
import type { Texts } from './record';

/** An entry of `data/categories.json`, our own category tree. */
export interface CuratedCategory {
  slug: string;
  name: Required<Texts>;
  terms: { de: string[]; en: string[] };
  /** Slug of the parent. */
  parent: string | null;
  /** OSM category ids that mean this category; the first is its main one. */
  osmTags: string[];
  schemaType: string;
}

/** An entry of `data/osm-categories-de.json` (id-tagging-schema). */
export interface OsmCategory {
  id: string;
  name_de: string;
  terms_de?: string[];
}

/** A category as it is created when a record first needs it. */
export interface CategoryDraft {
  slug?: string;
  name: Required<Texts>;
  terms: { de: string[]; en: string[] };
  parent: string | null;
  osmTags: string[];
  schemaType: string;
}

// Soft hyphens help German typesetting but harm search.
const plain = (text: string): string => text.replaceAll('\u00ad', '').trim();

// A few entries of the list hold several terms, one per line.
const termsOf = (term: string): string[] =>
  term
    .split('\n')
    .map(plain)
    .filter((one) => one !== '');

/** `shop/nesting_aids` as "Nesting aids". */
const humanised = (id: string): string => {
  const words = id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const draftOf = ({ id, name_de, terms_de = [] }: OsmCategory): CategoryDraft => ({
  name: { de: plain(name_de), en: humanised(id) },
  terms: { de: terms_de.flatMap(termsOf), en: [humanised(id).toLowerCase()] },
  parent: null,
  osmTags: [id],
  schemaType: 'LocalBusiness',
});

/** Every category of businesses by every OSM id that means it: the curated ones, and others of id-tagging-schema. */
export const categoryDrafts = (
  curated: readonly CuratedCategory[],
  osm: readonly OsmCategory[],
): ReadonlyMap<string, CategoryDraft> => {
  const own = new Set(curated.flatMap(({ osmTags }) => osmTags));
  const drafts = new Map<string, CategoryDraft>(
    osm
      .filter(({ id }) => isBusinessCategory(id, own))
      .map((category): [string, CategoryDraft] => [category.id, draftOf(category)]),
  );
  for (const category of curated) for (const id of category.osmTags) drafts.set(id, category);
  return drafts;
};

/** The id under which a curated category without an OSM tag ("Einzelhandel") is named in records. */
export const SLUG = 'slug:';
export const slugId = (slug: string): string => `${SLUG}${slug}`;

export const catalogueOf = (drafts: ReadonlyMap<string, CategoryDraft>): CategoryCatalogue =>
  new Map([...drafts].map(([id, draft]) => [id, draft.name.de]));
