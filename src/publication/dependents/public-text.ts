import type { Core } from '@strapi/strapi';
import type { Bound, PublicRule } from '../../domain/public-rule';
import { columnOf, joinTableOf, tableOf } from '../../platform/strapi/tables';

// The type of a parameter that is compared with a moment is the column's: Strapi's moments are in the server's time.
const NOW = { day: 'cast(:today as date)', moment: ':now' } as const;

const valueOf = (strapi: Core.Strapi, uid: string, row: string, { attribute }: Bound): string =>
  `${row}."${columnOf(tableOf(strapi, uid), attribute)}"`;

const isAhead = (strapi: Core.Strapi, uid: string, row: string, bound: Bound): string =>
  `${valueOf(strapi, uid, row, bound)} > ${NOW[bound.kind]}`;

/** Of a day the whole of it counts. */
const isOver = (strapi: Core.Strapi, uid: string, row: string, bound: Bound): string =>
  `${valueOf(strapi, uid, row, bound)} ${bound.kind === 'day' ? '<' : '<='} ${NOW[bound.kind]}`;

/** SQL of a condition: the business of a row fulfils another one. */
function ofBusiness(
  strapi: Core.Strapi,
  uid: string,
  { business }: PublicRule,
  row: string,
  condition: typeof publicText,
): string | undefined {
  if (!business) return undefined;
  const link = joinTableOf(strapi, uid, business.attribute);
  if (!link) return 'false';
  const { target = '' } = tableOf(strapi, uid).attributes[business.attribute] ?? {};
  const theirs = `${row}_owner`;
  return `exists (select from "${link.name}" ${row}_link
    join "${tableOf(strapi, target).tableName}" ${theirs} on ${theirs}.id = ${row}_link."${link.inverseJoinColumn.name}"
    where ${row}_link."${link.joinColumn.name}" = ${row}.id and ${condition(strapi, target, business.rule, theirs)})`;
}

/**
 * `isPublicAt` as SQL of a condition on a row.
 * @param row its name in the statement, which takes `:now`, a moment, and `:today`, the day in the city as `YYYY-MM-DD`
 */
export function publicText(strapi: Core.Strapi, uid: string, rule: PublicRule, row: string): string {
  const { drafts, from, through } = rule;
  const business = ofBusiness(strapi, uid, rule, row, publicText);
  return [
    ...(drafts ? [`${row}.published_at is not null`] : []),
    ...(from ? [`(${isAhead(strapi, uid, row, from)}) is not true`] : []),
    ...(through ? [`(${isOver(strapi, uid, row, through)}) is not true`] : []),
    ...(business ? [business] : []),
    'true',
  ].join(' and ');
}

/** SQL of a condition on a row: the day or moment that it waits for has not come, or that of its business. */
export function waitingText(strapi: Core.Strapi, uid: string, rule: PublicRule, row: string): string {
  const business = ofBusiness(strapi, uid, rule, row, waitingText);
  return `(${[
    ...(rule.from ? [isAhead(strapi, uid, row, rule.from)] : []),
    ...(business ? [business] : []),
    'false',
  ].join(' or ')})`;
}
