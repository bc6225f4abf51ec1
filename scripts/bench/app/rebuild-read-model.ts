import type { Core } from '@strapi/strapi';
import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { compiled } from './compiled';

interface Refresh {
  refresh(strapi: Core.Strapi, sql: unknown, documents: Map<string, string[]>, now: Date): Promise<void>;
  typesInOrder(strapi: Core.Strapi): { uid: string }[];
}
interface SqlModule {
  inTransaction(strapi: Core.Strapi, work: (sql: unknown) => Promise<void>): Promise<void>;
}

async function main(): Promise<void> {
  process.noDeprecation = true;
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  const { refresh, typesInOrder } = compiled<Refresh>('plugins/directory/server/src/read-model/refresh');
  const { inTransaction } = compiled<SqlModule>('sql/sql');
  const now = new Date();
  for (const { uid } of typesInOrder(strapi)) {
    const table = (strapi.contentTypes as any)[uid].collectionName;
    const ids = (
      await strapi.db.connection.raw(
        `select distinct document_id as d from ${table} where published_at is not null`,
      )
    ).rows.map((r: any) => r.d);
    const t = Date.now();
    for (let i = 0; i < ids.length; i += 1000) {
      await inTransaction(strapi, (sql) =>
        refresh(strapi, sql, new Map([[uid, ids.slice(i, i + 1000)]]), now),
      );
      console.log(uid, i, Date.now() - t);
    }
  }
  await destroyCalmly(strapi);
  process.exit(0);
}
void main().catch((e) => {
  console.error(e);
  process.exit(1);
});
