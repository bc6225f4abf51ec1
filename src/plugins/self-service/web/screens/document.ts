import type { FormSchema } from '@stadtverbund/client';
import type { App } from '../app-context';
import type { AppLanguage } from '../domain/place';
import { isNotThere } from '../domain/refusal';
import { withoutTexts } from '../domain/without-texts';
import type { Subject } from '../form/use-entered';

type FormCollection = FormSchema['collections'][number];

/** What a form is made of. */
export interface FormParts {
  readonly schema: FormSchema;
  readonly collection: FormCollection;
}

type Asking = Pick<App, 'city' | 'remember' | 'settings'>;

/** Everything that can be entered, in the reader's language. */
export const schemaOf = ({ city, remember, settings }: Asking): Promise<FormSchema> =>
  remember(`schema/${settings.language}`, () => city.mine.schema(settings.language));

/** @returns `undefined` for a collection that there is not */
export async function formPartsOf(asking: Asking, name: string): Promise<FormParts | undefined> {
  const schema = await schemaOf(asking);
  const collection = schema.collections.find((one) => one.collection === name);
  return collection && { schema, collection };
}

const read = (
  { city, remember }: Asking,
  collection: string,
  id: string,
  locale: AppLanguage,
): Promise<Subject> =>
  remember(`document/${collection}/${id}/${locale}`, async () => {
    const { data, meta, etag } = await city.mine.get(collection, id, { locale });
    return { documentId: id, values: data, meta, etag };
  });

/** A document, in a language that it has. */
export interface Found {
  readonly subject: Subject;
  readonly locale: AppLanguage;
}

const OTHER: Readonly<Record<AppLanguage, AppLanguage>> = { de: 'en', en: 'de' };

/**
 * Reads a document.
 * @param wanted language of its texts; without one, the reader's or else the one that it has
 */
export async function foundDocument(
  asking: Asking,
  { collection }: FormParts,
  id: string,
  wanted: AppLanguage | undefined,
): Promise<Found> {
  const locale = wanted ?? asking.settings.language;
  try {
    return { subject: await read(asking, collection.collection, id, locale), locale };
  } catch (error) {
    if (!isNotThere(error)) throw error;
    const other = await read(asking, collection.collection, id, OTHER[locale]);
    if (wanted === undefined) return { subject: other, locale: OTHER[locale] };
    return { subject: { ...other, values: withoutTexts(collection.fields, other.values) }, locale };
  }
}
