import type { Core } from '@strapi/strapi';
import { CONTRIBUTOR_ROLE } from '#src/domain/content-api-access';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import { languageFor } from '#src/languages/language';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { pageAddress } from '#src/platform/pages/pages';
import { refused } from '#src/platform/refusals/refusal';
import { previewEnd } from '#src/reading/preview/domain/preview-token';
import { contributorsPreview } from '#src/reading/preview/opened-preview';
import { PREVIEW_PAGE } from '#src/reading/preview/own-preview';
import type { Actor } from '../domain/actor';
import { mayTouch } from './access';
import { readMine } from './my-documents';

const ACCOUNT = 'plugin::users-permissions.user';

interface Account {
  readonly blocked: boolean | null;
  readonly role: { readonly type: string } | null;
}

/** The page that shows a draft as the public would see it. */
export interface Preview {
  /** Its path with a secret, on this host. */
  readonly url: string;
  readonly endsAt: Date;
}

/**
 * The page of an own draft in one language, for an hour.
 * @throws Refusal `not-found` unless the account manages it, there is a draft in that language, and its type has pages
 */
export async function previewMine(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { documentId, locale, now }: { documentId: string; locale: string; now: Date },
): Promise<Preview> {
  await readMine(strapi, type, actor, { documentId, locale });
  if (!type.directory || !type.page) throw refused('not-found');
  const draft = { type: type.type, documentId, locale, account: actor.id };
  const token = contributorsPreview(strapi, draft, now);
  const path = pageAddress(strapi, PREVIEW_PAGE, languageFor(locale), { type: type.type, documentId });
  return { url: `${path}?${new URLSearchParams({ token }).toString()}`, endsAt: previewEnd(now) };
}

/** Whether an account may read a draft now: it is there, may sign in, and manages the draft's business. */
export async function mayPreview(
  strapi: Core.Strapi,
  accountId: number,
  draft: { readonly type: string; readonly documentId: string },
): Promise<boolean> {
  const type = typeNamed(listingTypes(strapi).selfService, draft.type);
  if (!type) return false;
  const account = (await strapi.db
    .query(ACCOUNT)
    .findOne({ where: { id: accountId }, populate: { role: true } })) as Account | null;
  if (!account || account.blocked || account.role?.type !== CONTRIBUTOR_ROLE) return false;
  return mayTouch(strapi, type, draft.documentId, accountId);
}
