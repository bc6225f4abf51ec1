import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { compoundHeads } from '../domain/compound-parts';
import { foldedWords } from '../domain/fold-text';

interface OsmCategory {
  readonly id: string;
  readonly name_de?: string;
  readonly terms_de?: readonly string[];
}

/** What data/osm-categories-de.json adds to the city's categories. */
export interface OsmWords {
  /** Synonyms by tag: `shop/bakery`. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /**
   * Folded words in which German compounds end. From the file, not from the city's categories, so that a new category
   * does not rewrite other listings.
   */
  readonly heads: ReadonlySet<string>;
}

const kept = new Map<string, OsmWords>();

/** The German OSM categories, read once. */
export function osmWords(strapi: Core.Strapi): OsmWords {
  const file = join(strapi.dirs.app.root, 'data', 'osm-categories-de.json');
  const known = kept.get(file);
  if (known) return known;
  const categories = JSON.parse(readFileSync(file, 'utf8')) as OsmCategory[];
  const all = categories.map(({ id, name_de, terms_de }) => ({
    id,
    words: [...(name_de ? [name_de] : []), ...(terms_de ?? [])],
  }));
  const words = {
    synonyms: new Map(all.map(({ id, words }) => [id, words])),
    heads: compoundHeads(all.flatMap(({ words }) => foldedWords(words.join(' ')).map(({ word }) => word))),
  };
  kept.set(file, words);
  return words;
}
