import type { Core } from '@strapi/strapi';
import { mergeFacts } from '../../domain/merge-facts';
import type { DocumentCall } from '../step';
import { checkComplete, checkWrite } from '../steps/checks';
import { modelGetter } from '../../platform/strapi/models';
import {
  contentAttributes,
  isEntry,
  isLocalized,
  type Attribute,
  type Entry,
  type Model,
} from '../../platform/strapi/schema';

/** Data of a document in each of its locales, the leading one first. */
export type LocalizedEntries = Readonly<Record<string, Entry>>;

const rowsIn = (value: unknown): Entry[] => (Array.isArray(value) ? value : [value]).filter(isEntry);

const factsInside = (attribute: Attribute, leading: unknown, own: unknown, inner: Model): unknown => {
  const texts = new Set(contentAttributes(inner).flatMap(([name, one]) => (isLocalized(one) ? [name] : [])));
  // A component of texts only (topics) has no facts: each locale has its own rows.
  if (contentAttributes(inner).every(([name, { type }]) => texts.has(name) && type !== 'component'))
    return own;
  const merged = mergeFacts(rowsIn(leading), rowsIn(own), texts);
  return attribute.repeatable ? merged : (merged[0] ?? null);
};

/**
 * An entry in another locale: its own texts, and the facts of the leading one. Parts that it leaves out come from
 * there, too.
 */
const inLocale = (strapi: Core.Strapi, model: Model, leading: Entry, own: Entry): Entry => {
  const data: Entry = { ...own };
  for (const [name, attribute] of contentAttributes(model)) {
    const localized = isLocalized(attribute);
    if (localized && (attribute.type !== 'component' || !(name in leading))) continue;
    data[name] =
      localized && name in own
        ? factsInside(attribute, leading[name], own[name], modelGetter(strapi)(attribute.component ?? ''))
        : leading[name];
  }
  return data;
};

/**
 * Checks a new document with the same functions as `create` in its leading locale, `update` in the others and `publish`
 * of all of them.
 * @returns what is to be stored, by locale; facts come from the leading one
 * @throws Refusal (400) of the first step that refuses
 */
export async function checkNewDocument(
  strapi: Core.Strapi,
  uid: string,
  given: LocalizedEntries,
): Promise<LocalizedEntries> {
  const contentType = modelGetter(strapi)(uid);
  const entries: Record<string, Entry> = {};
  let leading: Entry | undefined;
  for (const [locale, data] of Object.entries(given)) {
    const call: DocumentCall = { action: 'create', uid, contentType, params: { data, locale } };
    await checkWrite(strapi, call);
    const checked = call.params.data ?? {};
    entries[locale] = leading ? inLocale(strapi, contentType, leading, checked) : checked;
    leading ??= checked;
  }
  const publishing: DocumentCall = { action: 'publish', uid, contentType, params: { locale: '*' } };
  await checkComplete(strapi, publishing, Object.values(entries));
  return entries;
}
