import type { Core } from '@strapi/strapi';
import { mergeFacts } from '../../domain/merge-facts';
import { rowsOf, writeRow, type Row, type Status } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { modelGetter } from '../../platform/strapi/models';
import {
  contentAttributes,
  deepPopulate,
  entriesIn,
  hasDrafts,
  isContent,
  isEmpty,
  isEntry,
  isLocalized,
  type Attribute,
  type Entry,
  type GetModel,
  type Model,
} from '../../platform/strapi/schema';
import type { DocumentCall, Step } from '../step';

interface Sync {
  strapi: Core.Strapi;
  uid: string;
  model: Model;
  getModel: GetModel;
}

const isText = (attribute: Attribute): boolean => isLocalized(attribute) && attribute.type !== 'component';

const textKeysOf = (model: Model): ReadonlySet<string> =>
  new Set(contentAttributes(model).flatMap(([name, attribute]) => (isLocalized(attribute) ? [name] : [])));

// A reward is nothing without a title; a picture without a description in this language is merely incomplete.
const neededTextsOf = (model: Model): ReadonlySet<string> =>
  new Set(contentAttributes(model).flatMap(([name, attribute]) => (attribute.required ? [name] : [])));

/** Attributes that are facts of a localized document but that Strapi stores separately per locale. */
const factsOf = ({ model, getModel }: Sync): [string, Attribute][] =>
  contentAttributes(model).filter(([, attribute]) => {
    if (attribute.type === 'relation') return !attribute.mappedBy;
    if (attribute.type === 'component' && isLocalized(attribute)) {
      const inner = getModel(attribute.component ?? '');
      // A component of texts only (topics) has no facts: each locale has its own rows.
      return contentAttributes(inner).some(([, one]) => !isText(one));
    }
    return !isLocalized(attribute);
  });

// A component written into another locale is a new row there; a file is referred to by its id.
const portable = (model: Model, entry: Entry, getModel: GetModel, keepId: boolean): Entry => {
  const { id, ...rest } = entry;
  const copied = Object.entries(rest).map(([name, value]): [string, unknown] => {
    const attribute = model.attributes[name];
    return [name, attribute ? portableValue(attribute, value, getModel, false) : value];
  });
  return { ...(keepId && id !== undefined ? { id } : {}), ...Object.fromEntries(copied) };
};

const portableValue = (
  attribute: Attribute,
  value: unknown,
  getModel: GetModel,
  keepIds: boolean,
): unknown => {
  if (isEmpty(value)) return attribute.multiple || attribute.repeatable ? [] : (value ?? null);
  if (attribute.type === 'media')
    return attribute.multiple ? entriesIn(value).map(({ id }) => id) : entriesIn(value)[0]?.id;
  if (attribute.type !== 'component') return value;
  const inner = getModel(attribute.component ?? '');
  const rows = entriesIn(value).map((row) => portable(inner, row, getModel, keepIds));
  return attribute.repeatable ? rows : rows[0];
};

const relatedDocuments = (value: unknown): string[] =>
  entriesIn(value).flatMap(({ documentId }) => (typeof documentId === 'string' ? documentId : []));

const mergedComponent = (sync: Sync, attribute: Attribute, source: unknown, target: unknown): unknown => {
  if (!isLocalized(attribute)) return portableValue(attribute, source, sync.getModel, false);
  const inner = sync.getModel(attribute.component ?? '');
  const merged = mergeFacts(entriesIn(source), entriesIn(target), textKeysOf(inner), neededTextsOf(inner));
  return portableValue(attribute, attribute.repeatable ? merged : merged[0], sync.getModel, true);
};

const plain = (value: unknown): string => JSON.stringify(value ?? null);

/** Which of these documents exist in a language, in their order. */
const existingIn = async (
  sync: Sync,
  attribute: Attribute,
  documentIds: string[],
  locale: string,
): Promise<string[]> => {
  const target = sync.getModel(attribute.target ?? '');
  if (documentIds.length === 0) return [];
  const where: Entry = { documentId: { $in: documentIds }, ...(isLocalized(target) ? { locale } : {}) };
  const present = new Set((await rowsOf(sync.strapi, target.uid, where)).map(({ documentId }) => documentId));
  return documentIds.filter((documentId) => present.has(documentId));
};

/**
 * What a relation of `target` has to lead to, so that it says what `source` says as far as both languages can: a category
 * that exists in German only is seen, and so taken away, in German only.
 */
const sharedLinks = async (
  sync: Sync,
  [name, attribute]: [string, Attribute],
  source: Row,
  target: Row,
): Promise<string[]> => {
  const [from, to] = [relatedDocuments(source[name]), relatedDocuments(target[name])];
  if (plain(from) === plain(to)) return to;
  const said = await existingIn(sync, attribute, from, target.locale ?? '');
  const seen = new Set(await existingIn(sync, attribute, to, source.locale ?? ''));
  const unseen = to.filter((documentId) => !seen.has(documentId) && !from.includes(documentId));
  if (!attribute.relation?.endsWith('ToMany')) return from.length > 0 ? said : unseen;
  for (const documentId of unseen) said.splice(to.indexOf(documentId), 0, documentId);
  return said;
};

/** What has to be written into `target` so that its facts equal those of `source`; empty if they already do. */
const factChanges = async (sync: Sync, source: Row, target: Row): Promise<Entry> => {
  const changes: Entry = {};
  for (const [name, attribute] of factsOf(sync)) {
    const [from, to] = [source[name], target[name]];
    if (attribute.type === 'relation') {
      const links = await sharedLinks(sync, [name, attribute], source, target);
      if (plain(links) !== plain(relatedDocuments(to)))
        changes[name] = links.map((documentId) => ({ documentId }));
      continue;
    }
    const value =
      attribute.type === 'component'
        ? mergedComponent(sync, attribute, from, to)
        : portableValue(attribute, from, sync.getModel, false);
    const keepIds = isLocalized(attribute);
    if (plain(value) !== plain(portableValue(attribute, to, sync.getModel, keepIds))) changes[name] = value;
  }
  return changes;
};

const statusWhere = (model: Model, status: Status): Entry => {
  if (!hasDrafts(model)) return {};
  return { publishedAt: status === 'draft' ? null : { $notNull: true } };
};

const syncStatus = async (sync: Sync, documentId: string, locale: string, status: Status): Promise<void> => {
  const where = { documentId, ...statusWhere(sync.model, status) };
  const locales = await rowsOf(sync.strapi, sync.uid, where);
  if (locales.length < 2) return;
  const rows = await rowsOf(sync.strapi, sync.uid, where, deepPopulate(sync.model, sync.getModel));
  const source = rows.find((row) => row.locale === locale);
  if (!source) return;
  for (const target of rows.filter((row) => row !== source)) {
    const changes = await factChanges(sync, source, target);
    if (Object.keys(changes).length > 0)
      await writeRow(
        sync.strapi,
        { uid: sync.uid, id: target.id, locale: target.locale ?? '', status },
        changes,
      );
  }
};

const syncOf = (strapi: Core.Strapi, call: DocumentCall): Sync => ({
  strapi,
  uid: call.uid,
  model: call.contentType,
  getModel: modelGetter(strapi),
});

const writtenLocale = async (
  strapi: Core.Strapi,
  locale: DocumentCall['params']['locale'],
): Promise<string> => {
  const main = await defaultLocale(strapi);
  if (typeof locale === 'string' && locale !== '*') return locale;
  // Of several, the default locale leads if it is among them.
  return Array.isArray(locale) && !locale.includes(main) ? (locale[0] ?? main) : main;
};

const STATUSES: Readonly<Record<string, readonly Status[]>> = {
  create: ['draft'],
  update: ['draft'],
  discardDraft: ['draft'],
  // Facts published in one locale are approved for all; drafts never become public this way.
  publish: ['published'],
};

async function syncFacts(strapi: Core.Strapi, call: DocumentCall, documentId: string): Promise<void> {
  const statuses = new Set(STATUSES[call.action] ?? []);
  if (call.params.status === 'published' && statuses.has('draft') && hasDrafts(call.contentType))
    statuses.add('published');
  const locale = await writtenLocale(strapi, call.params.locale);
  for (const status of statuses) await syncStatus(syncOf(strapi, call), documentId, locale, status);
}

async function fillNewLocale(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { contentType, params, uid } = call;
  if (!params.data) return;
  const locale = await writtenLocale(strapi, params.locale);
  const sync = syncOf(strapi, call);
  const where = { documentId: params.documentId, ...statusWhere(contentType, 'draft') };
  const present = await rowsOf(strapi, uid, where);
  if (present.some((row) => row.locale === locale)) return;
  const [source] = await rowsOf(strapi, uid, where, deepPopulate(contentType, sync.getModel));
  if (!source) return;
  const data = { ...params.data };
  for (const [name, attribute] of factsOf(sync)) {
    if (!isUnsaid(attribute, data[name])) continue;
    if (attribute.type === 'relation') {
      const links = await existingIn(sync, attribute, relatedDocuments(source[name]), locale);
      data[name] = links.map((documentId) => ({ documentId }));
    } else if (isEmpty(data[name])) {
      data[name] =
        attribute.type === 'component'
          ? mergedComponent(sync, attribute, source[name], [])
          : portableValue(attribute, source[name], sync.getModel, false);
    }
  }
  params.data = data;
}

// A form that was never touched sends an empty list of connections.
const isUnsaid = (attribute: Attribute, value: unknown): boolean => {
  if (isEmpty(value)) return true;
  if (attribute.type !== 'relation' || !isEntry(value)) return false;
  return [value.set, value.connect].every(isEmpty) && ('connect' in value || 'set' in value);
};

/**
 * After a write: makes the facts of a localized document equal in all its locales, drafts from the written draft,
 * published rows from the published one. Strapi does this only for plain attributes, not for relations and facts inside
 * localized components.
 */
export const sharedFacts: Step = {
  name: 'shared-facts',
  appliesTo: (_strapi, { uid, action, contentType }) =>
    isContent(uid) && isLocalized(contentType) && action in STATUSES,
  after: (strapi, call, { documentId }) => syncFacts(strapi, call, documentId),
};

/**
 * Before a document gets a new locale: relations and localized components that the new one leaves out are copied from
 * an existing locale. Strapi fills in the plain attributes itself.
 */
export const newLocale: Step = {
  name: 'new-locale',
  appliesTo: (_strapi, { uid, action, contentType }) =>
    isContent(uid) && isLocalized(contentType) && action === 'update',
  before: fillNewLocale,
};
