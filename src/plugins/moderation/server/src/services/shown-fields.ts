import type { Core } from '@strapi/strapi';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { componentsIn, contentAttributes, entriesIn, mapEntry, valuesIn } from '#src/platform/strapi/schema';
import type { Fields, Revision } from './revision';

/** A file as the review page shows it. */
interface ShownFile {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly mime: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alternativeText: string | null;
}

/** What is needed to show files and titles instead of ids. */
export interface Shown {
  readonly files: ReadonlyMap<number, ShownFile>;
  /** By `uid:documentId`. */
  readonly titles: ReadonlyMap<string, string>;
}

interface Found {
  readonly files: Set<number>;
  readonly documents: Map<string, Set<string>>;
}

// Attributes that may hold a document's title, in order of preference.
const TITLES = ['name', 'title', 'slug'];

function collect(strapi: Core.Strapi, uid: string, fields: Fields, found: Found): void {
  for (const { attribute, value } of valuesIn(modelOf(strapi, uid), fields, modelGetter(strapi))) {
    const { type, target } = attribute;
    for (const { id, documentId } of entriesIn(value)) {
      if (type === 'media') found.files.add(id as number);
      if (type !== 'relation' || !target) continue;
      const ids = found.documents.get(target) ?? new Set();
      found.documents.set(target, ids.add(String(documentId)));
    }
  }
}

async function titlesOf(strapi: Core.Strapi, target: string, ids: Set<string>): Promise<[string, string][]> {
  const attributes = contentAttributes(modelOf(strapi, target)).map(([name]) => name);
  const titleField = TITLES.find((name) => attributes.includes(name));
  if (!titleField) return [];
  const rows = (await strapi.db.query(target).findMany({
    select: ['documentId', titleField],
    where: { documentId: { $in: [...ids] } },
    orderBy: { id: 'desc' },
  })) as Record<string, string>[];
  return rows.map((row) => [`${target}:${row.documentId}`, row[titleField] ?? '']);
}

/** Loads the files and the titles of the documents to which some revisions refer. */
export async function loadShown(
  strapi: Core.Strapi,
  uid: string,
  revisions: readonly Revision[],
): Promise<Shown> {
  const found: Found = { files: new Set(), documents: new Map() };
  for (const revision of revisions)
    for (const { fields } of Object.values(revision)) collect(strapi, uid, fields, found);
  const files = (await strapi.db.query('plugin::upload.file').findMany({
    select: ['id', 'name', 'url', 'mime', 'width', 'height', 'alternativeText'],
    where: { id: { $in: [...found.files] } },
  })) as ShownFile[];
  const titles: [string, string][] = [];
  for (const [target, ids] of found.documents) titles.push(...(await titlesOf(strapi, target, ids)));
  return { files: new Map(files.map((file) => [file.id, file])), titles: new Map(titles) };
}

const each = (value: unknown, show: (item: Fields) => unknown): unknown =>
  Array.isArray(value) ? (value as Fields[]).map(show) : value ? show(value as Fields) : null;

/** The same fields with files and titles instead of ids. */
export const showFields = (strapi: Core.Strapi, uid: string, fields: Fields, shown: Shown): Fields =>
  mapEntry(modelOf(strapi, uid), fields, {
    shapeOf: modelGetter(strapi),
    names: (shape) => contentAttributes(shape).map(([name]) => name),
    visit: (value, attribute, within) => {
      const { type, target } = attribute;
      if (type === 'media')
        return each(value, ({ id }) => shown.files.get(id as number) ?? { id, missing: true });
      if (type === 'relation' && target)
        return each(value, ({ documentId }) => ({
          documentId,
          title: shown.titles.get(`${target}:${String(documentId)}`) ?? null,
        }));
      return (componentsIn(attribute).length > 0 ? within(value) : value) ?? null;
    },
  });
