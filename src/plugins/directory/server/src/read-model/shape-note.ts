import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction } from '#src/publication/index';
import { localesOf } from './row-context';

// Increment with every change to how rows are built: installations then rebuild the read model after their next start.
const SHAPE = 5;

const READ = `select shape from stadtverbund.read_model_shape`;
const NOTE = `
  insert into stadtverbund.read_model_shape (shape) values (:shape)
  on conflict (only_one) do update set shape = excluded.shape`;

/** A digest of the types the directory lists, so that a type that joins is listed after the next start. */
function digestOfTypes(strapi: Core.Strapi): string {
  const types = [...listingTypes(strapi).directory.values()].map(
    ({ uid, name, business, period, rule, directory }) => [uid, name, business, period, rule, directory],
  );
  return createHash('sha256').update(JSON.stringify(types)).digest('base64url').slice(0, 16);
}

/** What the rows depend on besides the content: how they are built, from which types, and for which locales. */
async function currentShape(strapi: Core.Strapi): Promise<string> {
  const { locales, defaultLocale } = await localesOf(strapi);
  return `${SHAPE} ${defaultLocale} ${locales.join(',')} ${digestOfTypes(strapi)}`;
}

/** Records that the read model was built in the current way. */
export async function noteShape(strapi: Core.Strapi): Promise<void> {
  const shape = await currentShape(strapi);
  await inTransaction(strapi, (sql) => sql(NOTE, { shape }));
}

/** Whether the read model was built by an older release, for other locales, or never. */
export async function isOutdated(strapi: Core.Strapi): Promise<boolean> {
  const [noted] = await inTransaction(strapi, (sql) => sql<{ shape: string }>(READ));
  return noted?.shape !== (await currentShape(strapi));
}
