import type { Core } from '@strapi/strapi';
import { inTransaction } from '../sql/sql';
import type { DataSubject, FoundRow } from './contract';
import type { ByLanguage } from './domain/declaration';
import { personalDataOf } from './registry';
import { wholeSubject } from './whole-subject';

/** What one module knows of somebody. */
export interface FoundData {
  /** Of the declaration. */
  readonly name: string;
  readonly what: ByLanguage;
  readonly rows: readonly FoundRow[];
}

/** All that is known of somebody, by declaration; changes nothing. Modules that know nothing are left out. */
export function findPersonalData(strapi: Core.Strapi, who: DataSubject): Promise<FoundData[]> {
  return inTransaction(strapi, async (sql) => {
    const subject = await wholeSubject(sql, who);
    const found: FoundData[] = [];
    for (const data of personalDataOf(strapi)) {
      const rows = (await data.find?.(sql, subject)) ?? [];
      if (rows.length > 0) found.push({ name: data.name, what: data.what, rows });
    }
    return found;
  });
}
