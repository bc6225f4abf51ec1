import type { Core } from '@strapi/strapi';
import { previewToken, readPreviewToken, type Previewed, type ReadToken } from './domain/preview-token';
import { previewKeys } from './preview-keys';

/** Says whether an account may read a draft now. */
type MayRead = (account: number, draft: Pick<Previewed, 'type' | 'documentId'>) => Promise<boolean>;

const NAME = 'stadtverbund.preview-readers';

/**
 * Says who of the contributors may read a draft. Call in `register()`.
 * @param mayRead is asked each time that a token made for one of them is used
 */
export function setPreviewReaders(strapi: Core.Strapi, mayRead: MayRead): void {
  strapi.add(NAME, { mayRead });
}

/** A token for a contributor, which shows one draft as long as they may read it, for an hour at most. */
export function contributorsPreview(
  strapi: Core.Strapi,
  draft: Previewed & { readonly account: number },
  now: Date,
): string {
  const [key] = previewKeys(strapi);
  return previewToken(key, draft, now);
}

/**
 * The draft that a token shows now.
 * @returns `undefined` for one that is forged, broken or over, or whose contributor may not read the draft any more
 */
export async function openedPreview(
  strapi: Core.Strapi,
  token: string,
  now: Date,
): Promise<ReadToken | undefined> {
  const read = readPreviewToken(previewKeys(strapi), token, now);
  if (read?.account === undefined) return read;
  if (!strapi.has(NAME)) return undefined;
  return (await strapi.get<{ mayRead: MayRead }>(NAME).mayRead(read.account, read)) ? read : undefined;
}
