import { isValues } from '../../domain/values';

/** A picture that was chosen on this device and is not uploaded yet; as such it can be kept in IndexedDB. */
export interface PendingFile {
  readonly pending: Blob;
  readonly name: string;
}

/** A picture as the API answers it. */
export interface StoredFile {
  readonly documentId: string;
  readonly url: string;
  readonly formats?: unknown;
}

/** A picture with what is said of it, as the form has it. */
export interface Picture {
  readonly image: PendingFile | StoredFile | null;
  readonly [text: string]: unknown;
}

/** The field of a picture that has the file. */
export const IMAGE = 'image';

export const isPending = (image: unknown): image is PendingFile =>
  isValues(image) && image['pending'] instanceof Blob;

/** An image as it is sent; `null` for none, and for one that is not uploaded yet. */
export const writtenImage = (image: unknown): { readonly documentId: string } | null =>
  isValues(image) && typeof image['documentId'] === 'string' ? { documentId: image['documentId'] } : null;

// Names of Strapi's smaller versions, the best for a preview first.
const PREVIEWS = ['small', 'thumbnail', 'medium'];

/** The address of a picture in the size of a preview. */
export function previewAddress({ url, formats }: StoredFile): string {
  const smaller = isValues(formats) ? PREVIEWS.map((name) => formats[name]).find(isValues) : undefined;
  return typeof smaller?.['url'] === 'string' ? smaller['url'] : url;
}

const textAt = (values: unknown, name: string): string | undefined => {
  const text = isValues(values) ? values[name] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
};

/**
 * Whom a new picture is likely to be by: who has made the last one, or else the business.
 * @param pictures those that are there, the first first
 * @param document that they belong to
 */
export const likelyCredit = (pictures: readonly unknown[], document: unknown): string | undefined =>
  pictures.map((picture) => textAt(picture, 'credit')).findLast((credit) => credit !== undefined) ??
  textAt(isValues(document) ? document['business'] : undefined, 'name') ??
  textAt(document, 'name');
