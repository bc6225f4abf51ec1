import { createHash, createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { versionOf, withDigests, type ContentVersion } from '../domain/content-version';
import { readContent, type Fields } from './revision';

// 48 bits: a changed field looks unchanged once in 10^14 writes.
const DIGEST_CHARACTERS = 8;

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_CHARACTERS);

/**
 * The version of a document's draft in all its locales, as seen by the running transaction; never leaves the server.
 */
export async function contentVersion(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<ContentVersion> {
  return versionOf(await readContent(strapi, uid, documentId), digest);
}

/**
 * The same for clients, with keyed digests: otherwise someone who may not read a field could guess its value, such as
 * the digits of a phone number, and compare.
 */
function sealed(strapi: Core.Strapi, version: ContentVersion): ContentVersion {
  const [key = ''] = strapi.config.get<string[]>('server.app.keys', []);
  return withDigests(version, (text) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, DIGEST_CHARACTERS),
  );
}

/** The version of a form's document, as sent to the form. */
export const formVersion = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<ContentVersion> => sealed(strapi, await contentVersion(strapi, uid, documentId));

/** The digests of some fields of one locale, as sent to clients. */
export const digestsOf = (strapi: Core.Strapi, fields: Fields): Readonly<Record<string, string>> =>
  sealed(strapi, versionOf({ '': fields }, digest))[''] ?? {};
