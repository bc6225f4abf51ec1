import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';
import { languageFor } from '#src/languages/language';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import type { IntakeService } from '#src/plugins/moderation/server/src/contract';
import type { Actor } from '../domain/actor';
import { CLAIMS_A_DAY } from '../domain/ceilings';
import { businessName } from './business-name';
import { assertMoreClaims, withinToday } from './ceilings';
import * as SQL from './claims.sql';
import { CLAIM } from './claim-kind';
import { lockManagers, managersOf } from './memberships';

/** A claim as the claimant sees it. */
export interface Claim {
  id: string;
  business: string;
  reason: string;
  state: 'open' | 'accepted' | 'refused';
  createdAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
}

const isPublished = async (strapi: Core.Strapi, business: string): Promise<boolean> =>
  (await strapi.db
    .query(businessType(strapi).uid)
    .count({ where: { documentId: business, publishedAt: { $notNull: true } } })) > 0;

interface NewClaim {
  business: string;
  reason: string;
  by: Actor;
}

/**
 * Claims a public business that has no manager.
 * @throws Refusal `not-found`, `claim-managed`, `claim-open`, `claims-open`, `claims-today`, `reported-enough`
 */
export const openClaim = (strapi: Core.Strapi, claim: NewClaim): Promise<Claim> =>
  withinToday(strapi, { rule: CLAIMS_A_DAY, reason: 'claims-today', actor: claim.by }, () =>
    storeClaim(strapi, claim),
  );

const intakeOf = (strapi: Core.Strapi): IntakeService =>
  strapi.plugin('moderation').service<IntakeService>('intake');

async function storeClaim(strapi: Core.Strapi, { business, reason, by }: NewClaim): Promise<Claim> {
  return inTransaction(strapi, async (sql) => {
    if (!(await isPublished(strapi, business))) throw refused('not-found', ['business']);
    await lockManagers(sql, business);
    if ((await managersOf(strapi, business)).length > 0) throw refused('claim-managed', ['business']);
    const [mine] = await sql(SQL.OPEN_OF_SQL, { business, accountId: by.id });
    if (mine) throw refused('claim-open', ['business']);
    await assertMoreClaims(sql, by);
    const { id, createdAt } = await intakeOf(strapi).take(sql, {
      kind: CLAIM,
      contentType: businessType(strapi).uid,
      documentId: business,
      title: await businessName(strapi, business),
      accountId: by.id,
      language: languageFor(by.language),
      message: reason,
    });
    return { id, business, reason, state: 'open', createdAt, decidedAt: null, decisionReason: null };
  });
}

/** The account's own claims, newest first. */
export const listOwnClaims = (strapi: Core.Strapi, actor: Actor): Promise<Claim[]> =>
  sqlOf(strapi)<Claim>(SQL.MINE_SQL, { accountId: actor.id });
