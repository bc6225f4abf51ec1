import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../../publication';
import { localesOf } from './row-context';

// To be raised with every change of what rows are made of: a running installation is then rebuilt after its next start.
const SHAPE = 1;

const READ = `select shape from stadtverbund.read_model_shape`;
const NOTE = `
  insert into stadtverbund.read_model_shape (shape) values (:shape)
  on conflict (only_one) do update set shape = excluded.shape`;

/** What the rows depend on beside the content: how they are made, and the locales there are. */
async function currentShape(strapi: Core.Strapi): Promise<string> {
  const { locales, defaultLocale } = await localesOf(strapi);
  return `${SHAPE} ${defaultLocale} ${locales.join(',')}`;
}

/** Notes that the read model has been made as it is made now. */
export async function noteShape(strapi: Core.Strapi): Promise<void> {
  const shape = await currentShape(strapi);
  await inTransaction(strapi, (sql) => sql(NOTE, { shape }));
}

/** Whether the read model was made by an older release, for other locales, or never. */
export async function isOutdated(strapi: Core.Strapi): Promise<boolean> {
  const [noted] = await inTransaction(strapi, (sql) => sql<{ shape: string }>(READ));
  return noted?.shape !== (await currentShape(strapi));
}
