import type { Core } from '@strapi/strapi';
import type { PersonalDocument } from '../platform/personal-data';
import type { Sql } from '../platform/sql/sql';
import { joinTableOf, tableOf } from '../platform/strapi/tables';
import { businessType, listingTypes } from './listing-types';

const BUSINESSES_SQL = `
select distinct m.business from memberships m join memberships_user_lnk l on l.membership_id = m.id
where l.user_id = :accountId order by 1`;

// A row that names no business is that of a document whose business is not public just now; its draft says whose it is.
const belongingText = (strapi: Core.Strapi, uid: string, attribute: string): string => {
  const link = joinTableOf(strapi, uid, attribute);
  if (!link) throw new Error(`${uid}: “${attribute}” is not stored in a table of links.`);
  const [own, business] = [
    tableOf(strapi, uid).tableName,
    tableOf(strapi, businessType(strapi).uid).tableName,
  ];
  return `
    select d.document_id as id from "${own}" d
    left join "${link.name}" l on l.${link.joinColumn.name} = d.id
    left join "${business}" b on b.id = l.${link.inverseJoinColumn.name}
    group by d.document_id
    having bool_or(b.document_id = any(:businesses))
      and coalesce(bool_and(b.document_id = any(:businesses)) filter (where b.document_id is not null), false)
    order by 1`;
};

/** Businesses, and everything in self-service that belongs to them and to no other, the businesses last. */
export async function documentsOfBusinesses(
  strapi: Core.Strapi,
  sql: Sql,
  businesses: readonly string[],
): Promise<PersonalDocument[]> {
  if (businesses.length === 0) return [];
  const found: PersonalDocument[] = [];
  for (const { uid, business } of listingTypes(strapi).selfService.values()) {
    if (business === undefined) continue;
    const rows = await sql<{ id: string }>(belongingText(strapi, uid, business), {
      businesses: [...businesses],
    });
    found.push(...rows.map(({ id }) => ({ uid, documentId: id })));
  }
  return [...found, ...businesses.map((documentId) => ({ uid: businessType(strapi).uid, documentId }))];
}

/** Everything that an account manages. */
export async function documentsOfAccount(
  strapi: Core.Strapi,
  sql: Sql,
  accountId: number,
): Promise<PersonalDocument[]> {
  const rows = await sql<{ business: string }>(BUSINESSES_SQL, { accountId });
  return documentsOfBusinesses(
    strapi,
    sql,
    rows.map(({ business }) => business),
  );
}

/** Businesses with this e-mail address, no matter who entered it. */
export async function documentsWithAddress(
  strapi: Core.Strapi,
  sql: Sql,
  email: string,
): Promise<PersonalDocument[]> {
  const { uid } = businessType(strapi);
  const { tableName } = tableOf(strapi, uid);
  const rows = await sql<{ id: string }>(
    `select distinct b.document_id as id from components_contact_contacts c
       join "${tableName}_cmps" p on p.cmp_id = c.id and p.component_type = 'contact.contact'
       join "${tableName}" b on b.id = p.entity_id
      where lower(c.email) = :email order by 1`,
    { email },
  );
  return rows.map(({ id }) => ({ uid, documentId: id }));
}
