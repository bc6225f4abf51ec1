import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { withSignedAddresses } from '#src/files/signed-answers';
import type { DocumentState } from '#src/plugins/moderation/server/src/contract';
import { entityTag } from '../domain/entity-tag';
import { shapeDocument } from '../domain/shape-document';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import type { MyDocument } from '../services/my-documents';
import { modelGetter, modelOf } from '#src/platform/strapi/models';

/** `meta` in answers about a moderated document. */
export const metaOf = ({ submission, publication }: DocumentState) => ({ submission, publication });

/** A draft as its contributor sees it. */
export const shapeMine = (strapi: Core.Strapi, type: SelfServiceType, { draft }: MyDocument) =>
  shapeDocument(modelOf(strapi, type.uid), draft, modelGetter(strapi));

interface Answering {
  body: unknown;
  set(header: string, value: string): void;
}

/** Answers with one document: `{ data, meta }` and its entity tag. */
export async function answerWith(
  ctx: Answering,
  strapi: Core.Strapi,
  type: SelfServiceType,
  mine: MyDocument,
): Promise<void> {
  const body = await withSignedAddresses(strapi, {
    data: shapeMine(strapi, type, mine),
    meta: { ...metaOf(mine.state), ...(mine.edit ? { edit: mine.edit } : {}) },
  });
  const digest = createHash('sha1').update(JSON.stringify(body)).digest('base64url');
  ctx.set('ETag', entityTag(mine.draft.documentId, mine.state.submission.version, digest));
  ctx.body = body;
}
