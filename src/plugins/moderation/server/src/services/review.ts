import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { differenceOf, type LocaleDifference } from '../domain/diff';
import { actionsOffered } from '../domain/transitions';
import type { ReviewDetail, ShownAttribute } from '../panel-contract';
import { loadShown, showFields } from './shown-fields';
import { readViewers } from './presence';
import { readItem } from './queue';
import { readContributor, readLog } from './read-log';
import { readRevision, type Revision } from './revision';
import { readWithdrawn } from './withdrawn';
import { modelOf } from '#src/platform/strapi/models';
import { contentAttributes } from '#src/platform/strapi/schema';

/** The version the public knows: the published one, or the stored one of a suspended document. */
async function knownRevision(strapi: Core.Strapi, uid: string, documentId: string): Promise<Revision> {
  const published = await readRevision(strapi, uid, documentId, 'published');
  if (Object.keys(published).length > 0) return published;
  return (await inTransaction(strapi, (sql) => readWithdrawn(sql, uid, documentId))) ?? {};
}

/** Compares the version the public knows with the draft, field by field in every locale. */
export async function readDifference(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<LocaleDifference[]> {
  const before = await knownRevision(strapi, uid, documentId);
  const after = await readRevision(strapi, uid, documentId, 'draft');
  const shown = await loadShown(strapi, uid, [before, after]);
  const names = contentAttributes(modelOf(strapi, uid)).map(([name]) => name);
  const show = (revision: Revision, locale: string) => {
    const entry = revision[locale];
    return entry && showFields(strapi, uid, entry.fields, shown);
  };
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].map((locale) =>
    differenceOf(locale, names, show(before, locale), show(after, locale)),
  );
}

const attributesOf = (strapi: Core.Strapi, uid: string): ShownAttribute[] =>
  contentAttributes(modelOf(strapi, uid)).map(([name, { type, component, repeatable }]) => ({
    name,
    type,
    ...(component ? { component } : {}),
    ...(repeatable ? { repeatable } : {}),
  }));

/** One submission with its difference, log, the contributor's history, and who is looking at it. */
export async function readReview(strapi: Core.Strapi, id: number): Promise<ReviewDetail | undefined> {
  const item = await readItem(strapi, id);
  if (!item) return undefined;
  const { contentType, documentId } = item;
  const log = await readLog(strapi, contentType, documentId);
  const author = log.find(({ actor }) => actor.kind === 'contributor')?.actor.id ?? null;
  return {
    ...item,
    attributes: attributesOf(strapi, contentType),
    difference: await readDifference(strapi, contentType, documentId),
    log,
    contributor: await readContributor(strapi, item.submittedBy?.id ?? author),
    lookers: await readViewers(strapi, id),
    actions: actionsOffered('review', { submission: item.state, publication: item.publication }),
  };
}
