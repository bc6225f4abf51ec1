import type { Core } from '@strapi/strapi';
import type { PersonalDocument } from '../platform/personal-data';
import type { Sql } from '../platform/sql/sql';
import { columnOf, tableOf } from '../platform/strapi/tables';
import { businessType } from './listing-types';

const CONTACT = 'contact.contact';
const SOURCE = 'provenance.source';

/**
 * Takes out of the stored rows of businesses, drafts and public ones, what `withoutPersonal` takes out of an entry. Below
 * the document service, since the rules of today may refuse a listing of yesterday, and an erasure must not fail for it.
 */
export async function releaseRows(
  strapi: Core.Strapi,
  sql: Sql,
  documents: readonly PersonalDocument[],
): Promise<void> {
  const { uid } = businessType(strapi);
  const ids = documents.filter((one) => one.uid === uid).map(({ documentId }) => documentId);
  if (ids.length === 0) return;
  const table = tableOf(strapi, uid);
  const [rows, parts] = [`"${table.tableName}"`, `"${table.tableName}_cmps"`];
  const theirs = `select p.cmp_id from ${parts} p join ${rows} b on b.id = p.entity_id
    where p.component_type = :part and b.document_id = any(:ids)`;
  await sql(`update components_contact_contacts set email = null where id in (${theirs})`, {
    part: CONTACT,
    ids,
  });
  await sql(
    `with gone as (delete from components_provenance_sources where id in (${theirs}) returning id)
     delete from ${parts} p using gone where p.component_type = :part and p.cmp_id = gone.id`,
    { part: SOURCE, ids },
  );
  const consent = columnOf(table, 'syndicationConsent');
  await sql(`update ${rows} set "${consent}" = false where document_id = any(:ids)`, { ids });
}
