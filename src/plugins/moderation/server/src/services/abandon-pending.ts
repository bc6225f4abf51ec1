import type { Core } from '@strapi/strapi';
import type { PersonalDocument } from '#src/platform/personal-data/index';
import type { Sql } from '#src/platform/sql/sql';
import { listingTypes } from '#src/listing/listing-types';
import type { Actor } from '../contract';
import { withinModeration } from './actor';
import { EFFECTS } from './effects';
import { factsOf, lockRow, saveRow } from './submission-rows';
import { applyTransition } from './transition';

const NOBODY: Actor = { kind: 'system', id: null, name: null };

/**
 * Discards what is not public yet of a document whose contributor is gone, and what was written to them about it. Nobody
 * could submit, withdraw or answer it any more. The document must have been public.
 */
export async function abandonPending(
  strapi: Core.Strapi,
  sql: Sql,
  { uid, documentId }: PersonalDocument,
): Promise<void> {
  if (!listingTypes(strapi).moderated.has(uid)) return;
  const row = await lockRow(strapi, sql, uid, documentId);
  if (!row) return;
  const from = factsOf(row);
  const to = { ...from, submission: 'none' as const };
  let after = row;
  if (from.submission !== 'none') {
    const effect = await withinModeration(strapi, NOBODY, { uid, documentId }, async () =>
      EFFECTS.discard?.({ strapi, sql, uid, documentId, from, to }),
    );
    const done = { action: 'discard' as const, to, actor: NOBODY, via: 'code' as const };
    after = await applyTransition(strapi, sql, row, { ...done, ...(effect ? { effect } : {}) });
  }
  await saveRow(sql, { ...after, submitted_by: null, message: null, message_at: null, message_about: [] });
}
