import type { Core } from '@strapi/strapi';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { refused } from '#src/platform/refusals/refusal';
import type { Decided, Fact, FactName, IntakeItem, IntakeKind, ModerationService } from '../contract';
import { describeDocument } from '../services/document-description';
import { managersOf } from '../services/managers';
import { chosenEntries, takeDown } from '../services/take-down';
import { GROUND_NAMES, GROUNDS } from './domain/kinds';
import * as SQL from './store.sql';

const textFact = (name: FactName, value: unknown): Fact[] =>
  typeof value === 'string' && value !== '' ? [{ name, values: [{ text: value }] }] : [];

const yesFact = (name: FactName, value: unknown): Fact[] =>
  value === true ? [{ name, values: [{ word: 'yes' }] }] : [];

async function managers(strapi: Core.Strapi, { contentType, documentId }: IntakeItem): Promise<Fact[]> {
  if (contentType === null || documentId === null) return [];
  const business = (await describeDocument(strapi, contentType, documentId))?.businessDocumentId;
  if (!business) return [];
  const found = await managersOf(strapi, business);
  const values = found.map(({ username }) => ({ text: username }));
  return [{ name: 'managers', values: values.length > 0 ? values : [{ word: 'none' }] }];
}

async function facts(strapi: Core.Strapi, item: IntakeItem): Promise<readonly Fact[]> {
  const { law, clause, said, goodFaith, childAbuse } = item.fields;
  const { documentId, kind, id } = item;
  const [others] = await sqlOf(strapi)<{ total: number }>(SQL.OTHERS_SQL, { documentId, kind, id });
  return [
    ...yesFact('child-abuse', childAbuse),
    ...textFact('law', law),
    ...textFact('clause', clause),
    ...textFact('said', said === kind ? undefined : said),
    ...yesFact('good-faith', goodFaith),
    ...(others && others.total > 0 ? textFact('others', String(others.total)) : []),
    ...(await managers(strapi, item)),
  ];
}

/** Takes the content down that somebody gave notice of, if it is still there; its maker is told why. */
async function carryOut(strapi: Core.Strapi, _sql: Sql, decided: Decided): Promise<void> {
  const { item, decision, editor, statement } = decided;
  const { contentType: uid, documentId } = item;
  if (decision !== 'taken-down' || uid === null || documentId === null) return;
  const [entry] = await chosenEntries(strapi, uid, [documentId]);
  if (!entry?.published) return;
  const moderation = strapi.plugin('moderation').service<ModerationService>('submissions');
  if (moderation.moderates(uid) && !statement?.reason.trim())
    throw refused('statement-required', ['statement', 'reason']);
  const { reason, basis = 'other', norm } = statement ?? {};
  await takeDown(strapi, {
    uid,
    documentIds: [documentId],
    reason,
    grounds: { basis, norm },
    afterNotice: true,
    actor: editor,
  });
}

/** What anyone may report. */
export const reportKinds: readonly IntakeKind[] = GROUND_NAMES.map((name) => ({
  name,
  ...GROUNDS[name],
  facts,
  carryOut,
}));
