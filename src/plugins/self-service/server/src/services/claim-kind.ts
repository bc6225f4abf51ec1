import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { entryPlaces } from '#src/listing/listing-link';
import { businessType } from '#src/listing/listing-types';
import { refused } from '#src/platform/refusals/refusal';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import type {
  Decided,
  Fact,
  FactValue,
  IntakeItem,
  IntakeKind,
} from '#src/plugins/moderation/server/src/contract';
import { domainOf, matchDomains } from '../domain/claim-domain';
import { businessName } from './business-name';
import * as SQL from './claims.sql';
import { addManager, lockManagers, managersOf, ownedBusinesses } from './memberships';

export const CLAIM = 'claim';

interface Account {
  username: string;
  email: string;
  confirmed: boolean | null;
  createdAt: string;
}

interface Listed {
  contact?: { website?: string | null } | null;
}

const accountFact = ({ email, confirmed, createdAt }: Account): Fact => ({
  name: 'account',
  values: [
    { text: email },
    { word: confirmed ? 'confirmed' : 'unconfirmed' },
    { text: createdAt.slice(0, 10) },
  ],
});

async function domainFact(strapi: Core.Strapi, { email }: Account, business: string): Promise<Fact> {
  const row = (await strapi.db.query(businessType(strapi).uid).findOne({
    where: { documentId: business, publishedAt: { $notNull: true } },
    populate: { contact: true },
  })) as Listed | null;
  const website = row?.contact?.website;
  const values: FactValue[] = [{ word: matchDomains(email, website) }, { text: domainOf(email) }];
  return { name: 'domain', values: website ? [...values, { text: website }] : values };
}

const orNone = (values: readonly FactValue[]): readonly FactValue[] =>
  values.length > 0 ? values : [{ word: 'none' }];

async function businessesFact(strapi: Core.Strapi, accountId: number): Promise<Fact> {
  const names: FactValue[] = [];
  for (const business of (await ownedBusinesses(strapi, accountId)).slice(0, 20))
    names.push({ text: await businessName(strapi, business) });
  return { name: 'businesses', values: orNone(names) };
}

async function earlierFact(strapi: Core.Strapi, { id, accountId }: IntakeItem): Promise<Fact> {
  const rows = await sqlOf(strapi)<{ business: string; decision: string }>(SQL.EARLIER_SQL, {
    id,
    accountId,
  });
  const values: FactValue[] = [];
  for (const { business, decision } of rows)
    values.push({
      text: await businessName(strapi, business),
      word: decision === 'accepted' ? 'accepted' : 'declined',
    });
  return { name: 'earlier', values: orNone(values) };
}

/** What there is to decide by: who claims, what else is theirs, and who else is there. */
async function facts(strapi: Core.Strapi, item: IntakeItem): Promise<readonly Fact[]> {
  const { id, accountId, documentId: business } = item;
  if (business === null) return [];
  const rivals = await sqlOf(strapi)<{ username: string | null }>(SQL.RIVALS_SQL, { id, business });
  const managers = await managersOf(strapi, business);
  const account = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: accountId } })) as Account | null;
  const about = account && accountId !== null;
  return [
    ...(rivals.length > 0
      ? [{ name: 'others' as const, values: rivals.map(({ username }) => ({ text: username ?? '–' })) }]
      : []),
    { name: 'managers', values: orNone(managers.map(({ username }) => ({ text: username }))) },
    ...(about
      ? [
          accountFact(account),
          await domainFact(strapi, account, business),
          await businessesFact(strapi, accountId),
          await earlierFact(strapi, item),
        ]
      : []),
  ];
}

/** Who is right manages the business from then on. */
async function makeOwner(
  strapi: Core.Strapi,
  sql: Sql,
  { item, decision, now: since }: Decided,
): Promise<void> {
  const { documentId: business, accountId } = item;
  if (decision !== 'accepted') return;
  // The account is gone, or the claim was emptied.
  if (business === null || accountId === null || !(await isThere(strapi, accountId)))
    throw refused('not-found');
  await lockManagers(sql, business);
  if ((await managersOf(strapi, business)).length > 0) throw refused('claim-managed');
  await addManager(strapi, { business, accountId, role: 'owner', since });
}

const isThere = async (strapi: Core.Strapi, accountId: number): Promise<boolean> =>
  (await strapi.db.query('plugin::users-permissions.user').count({ where: { id: accountId } })) > 0;

/** Claims on businesses that nobody manages; several open ones on one business are a dispute. */
export const claimKind: IntakeKind = {
  name: CLAIM,
  due: { days: 14 },
  decisions: ['accepted', 'declined'],
  openAtMost: 50,
  facts,
  carryOut: makeOwner,
  async words(strapi, { documentId, decision, decisionReason }, { name, language }) {
    const business = documentId ?? '';
    return CATALOGUES[language].mails.contributors.claim({
      username: name ?? '',
      business: await businessName(strapi, business),
      accepted: decision === 'accepted',
      reason: decisionReason ?? '',
      ...(await entryPlaces(strapi, businessType(strapi).uid, business, language)),
    });
  },
};
