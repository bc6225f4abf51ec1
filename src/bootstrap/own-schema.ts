import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { isPublicType } from '../listing/listing-types';
import { installVersionTriggers } from '../platform/version';
import { onSchemaSync } from '../platform/strapi/schema-sync';
import { assertTables } from '../platform/strapi/tables';
import { orderNames } from './order-of-names';
import { installTypeIndexes } from './type-indexes';

/**
 * Applies `database/schema/*.sql` in the order of their names on every boot, after Strapi has synced its tables and
 * before any plugin's bootstrap. The files are idempotent and applied in one transaction, followed by the indexes and
 * triggers that depend on the content types.
 */
export function registerOwnSchema(strapi: Core.Strapi): void {
  onSchemaSync(strapi, 'after', async () => {
    assertTables(strapi);
    const folder = join(strapi.dirs.app.root, 'database', 'schema');
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    await strapi.db.connection.transaction(async (trx) => {
      for (const file of files) {
        try {
          await trx.raw(readFileSync(join(folder, file), 'utf8').replaceAll('?', '\\?'));
        } catch (cause) {
          throw new Error(`database/schema/${file} could not be applied: ${(cause as Error).message}`, {
            cause,
          });
        }
      }
    });
    await orderNames(strapi);
    await installTypeIndexes(strapi);
    await installVersionTriggers(strapi, (uid) => isPublicType(strapi, uid));
  });
}
