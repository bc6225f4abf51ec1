import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import {
  categoryDrafts,
  slugId,
  type CategoryDraft,
  type CuratedCategory,
  type OsmCategory,
} from './domain/catalogue';
import type { Locale } from './domain/document-data';
import { createInBoth, ensureEnglish, type Data } from './documents';

const CATEGORY = 'api::category.category';

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

export const readCurated = (dataDir: string): CuratedCategory[] => readJson(join(dataDir, 'categories.json'));

/** Every category we can create, by OSM category id. */
export const readDrafts = (dataDir: string): ReadonlyMap<string, CategoryDraft> =>
  categoryDrafts(readCurated(dataDir), readJson<OsmCategory[]>(join(dataDir, 'osm-categories-de.json')));

const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1);

const dataOf = (draft: CategoryDraft, parent: string | undefined, locale: Locale): Data => ({
  name: draft.name[locale],
  ...(draft.slug ? { slug: draft.slug } : {}),
  terms: draft.terms[locale],
  parent: parent ?? null,
  osmTags: draft.osmTags,
  schemaType: draft.schemaType,
});

interface StoredCategory {
  documentId: string;
  locale: string;
  slug: string;
  osmTags: string[] | null;
}

/**
 * The categories that exist, by OSM id and slug, and those created along with records. What is created for a record is
 * forgotten unless its transaction commits.
 */
export class CategoryDirectory {
  private readonly kept = new Map<string, string>();
  private readonly held = new Map<string, string>();
  private readonly made = new Map<string, string>();
  private readonly germanOnly = new Set<string>();

  private constructor(
    private readonly strapi: Core.Strapi,
    private readonly drafts: ReadonlyMap<string, CategoryDraft>,
    private readonly groups: ReadonlyMap<string, CuratedCategory>,
  ) {}

  static async open(strapi: Core.Strapi, dataDir: string): Promise<CategoryDirectory> {
    const groups = new Map(readCurated(dataDir).map((category) => [category.slug, category]));
    const directory = new CategoryDirectory(strapi, readDrafts(dataDir), groups);
    const rows = (await strapi.db
      .query(CATEGORY)
      .findMany({ select: ['documentId', 'locale', 'slug', 'osmTags'] })) as StoredCategory[];
    const english = new Set(rows.flatMap(({ documentId, locale }) => (locale === 'en' ? [documentId] : [])));
    for (const { documentId, slug, osmTags } of rows) {
      directory.kept.set(slugId(slug), documentId);
      for (const id of osmTags ?? []) directory.kept.set(id, documentId);
      if (!english.has(documentId)) directory.germanOnly.add(documentId);
    }
    return directory;
  }

  private find(key: string): string | undefined {
    return this.made.get(key) ?? this.held.get(key) ?? this.kept.get(key);
  }

  private async make(draft: CategoryDraft): Promise<string> {
    const parent = draft.parent === null ? undefined : await this.ensureSlug(draft.parent);
    const documentId = await createInBoth(this.strapi, CATEGORY, {
      de: dataOf(draft, parent, 'de'),
      en: dataOf(draft, parent, 'en'),
    });
    for (const id of draft.osmTags) this.made.set(id, documentId);
    if (draft.slug) this.made.set(slugId(draft.slug), documentId);
    return documentId;
  }

  private translate(documentId: string, { name, terms }: CategoryDraft): Promise<void> {
    return ensureEnglish(this.strapi, CATEGORY, documentId, { name: name.en, terms: terms.en });
  }

  /** The document of a curated category, created if missing. */
  async ensureSlug(slug: string): Promise<string | undefined> {
    const found = this.find(slugId(slug));
    const draft = this.groups.get(slug);
    return found ?? (draft ? this.make(draft) : undefined);
  }

  /** The documents of OSM category ids, created if missing. */
  async ensure(ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const id of ids) {
      const draft = this.drafts.get(id) ?? this.groups.get(slugOf(id));
      const documentId = this.find(id) ?? (draft ? await this.make(draft) : undefined);
      if (documentId === undefined) continue;
      if (draft && this.germanOnly.has(documentId)) await this.translate(documentId, draft);
      found.push(documentId);
    }
    return [...new Set(found)];
  }

  /** Call when a record is done but its transaction is not. */
  hold(): void {
    for (const [key, documentId] of this.made) this.held.set(key, documentId);
    this.made.clear();
  }

  /** Call when a record was refused and the others in its transaction continue. */
  drop(): void {
    this.made.clear();
  }

  /** Call when the transaction has been committed. */
  keep(): void {
    this.hold();
    for (const [key, documentId] of this.held) this.kept.set(key, documentId);
    this.held.clear();
  }

  /** Call when it has been rolled back. */
  forget(): void {
    this.made.clear();
    this.held.clear();
  }
}
