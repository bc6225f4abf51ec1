import { createHash, createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { versionOf, withDigests, type ContentVersion } from '../domain/content-version';
import { readContent, type Fields } from './revision';

// 48 bits: a changed field that looks unchanged once in 10^14 writes.
const DIGEST_CHARACTERS = 8;

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_CHARACTERS);

/** The version of a document's draft in all its locales, as the running transaction sees it; to be kept on the server. */
export async function contentVersion(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<ContentVersion> {
  return versionOf(await readContent(strapi, uid, documentId), digest);
}

/**
 * The same to be given out. Keyed: who may not read a field could otherwise guess what it says, digits of a phone
 * number for one, and compare.
 */
function sealed(strapi: Core.Strapi, version: ContentVersion): ContentVersion {
  const [key = ''] = strapi.config.get<string[]>('server.app.keys', []);
  return withDigests(version, (text) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, DIGEST_CHARACTERS),
  );
}

/** What a form is told of the version of its document. */
export const formVersion = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<ContentVersion> => sealed(strapi, await contentVersion(strapi, uid, documentId));

/** The digests of some fields of one locale, as they are given out. */
export const digestsOf = (strapi: Core.Strapi, fields: Fields): Readonly<Record<string, string>> =>
  sealed(strapi, versionOf({ '': fields }, digest))[''] ?? {};
