import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ExportContents, ExportFile } from '#src/data-rights/index';
import { nameInAddress } from '#src/files/domain/upload-path';
import { CATALOGUES } from '#src/languages/index';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';
import { sqlOf } from '#src/platform/sql/sql';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { shapeDocument } from '../domain/shape-document';
import { findDraft, findPublished, listDraftNames, type DraftName } from './drafts';
import { ownedBusinesses } from './memberships';
import { moderationOf } from './moderation';

// More than any listing has in texts.
const LISTING_BYTES = 64 * 1024;

async function listingText(
  strapi: Core.Strapi,
  type: SelfServiceType,
  { documentId, locale }: DraftName,
): Promise<string | undefined> {
  const draft = await findDraft(strapi, type, documentId, locale);
  if (!draft) return undefined;
  const published = await findPublished(strapi, type, documentId, locale);
  const { submission, publication } = await moderationOf(strapi).stateOf(type.uid, documentId);
  const shaped = (document: Record<string, unknown>) =>
    shapeDocument(modelOf(strapi, type.uid), document, modelGetter(strapi));
  return JSON.stringify(
    {
      collection: type.collection,
      documentId,
      language: locale,
      submission,
      publication,
      draft: shaped(draft),
      published: published && shaped(published),
    },
    null,
    2,
  );
}

/** The listings of the businesses that an account manages, as it sees them: a file for each language. */
export const exportedListings: ExportContents = {
  name: 'listings',
  async files(strapi, accountId, language) {
    const folder = CATALOGUES[language].dataRights.archive.listings;
    const businesses = await ownedBusinesses(strapi, accountId);
    const files: ExportFile[] = [];
    for (const type of listingTypes(strapi).selfService.values())
      for (const name of await listDraftNames(strapi, type, businesses))
        files.push({
          path: `${folder}/${type.collection}/${(name.title ?? name.documentId).replaceAll('/', '-')} (${name.locale}).json`,
          bytes: LISTING_BYTES,
          open: () => listingText(strapi, type, name),
        });
    return files;
  },
};

const PICTURES_SQL = `
select f.name, f.url, f.size::float8 as kilobytes
from stadtverbund.upload_owner o join files f on f.id = o.file_id
where o.account_id = :accountId order by o.created_at, f.id`;

interface Picture {
  readonly name: string;
  readonly url: string;
  readonly kilobytes: number;
}

/** The pictures that an account has uploaded, as they are stored. */
export const exportedPictures: ExportContents = {
  name: 'pictures',
  async files(strapi, accountId, language) {
    const folder = CATALOGUES[language].dataRights.archive.pictures;
    const pictures = await sqlOf(strapi)<Picture>(PICTURES_SQL, { accountId });
    return pictures.flatMap(({ name, url, kilobytes }): ExportFile[] => {
      const stored = nameInAddress(url);
      if (stored === undefined) return [];
      const path = join(strapi.dirs.static.public, 'uploads', stored);
      return [
        {
          path: `${folder}/${name.replaceAll('/', '-')}`,
          bytes: Math.ceil(kilobytes * 1_024),
          packed: true,
          open: () =>
            access(path).then(
              () => createReadStream(path),
              // Deleted since.
              () => undefined,
            ),
        },
      ];
    });
  },
};
