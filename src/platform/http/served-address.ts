import type { Core } from '@strapi/strapi';
import { publicBase } from '../mail/public-url';
import { sqlOf } from '../sql/sql';

interface Served {
  base: string;
  listing_url: string | null;
}

const NOTE = `
  insert into stadtverbund.served_address as known (base, listing_url) values (:base, :listing_url)
  on conflict (only_one) do update set base = excluded.base, listing_url = excluded.listing_url
   where (known.base, known.listing_url) is distinct from (excluded.base, excluded.listing_url)`;

const READ = `select base, listing_url from stadtverbund.served_address`;

/** Notes the addresses of this installation once this process serves it. Commands beside it never listen. */
export function noteServedAddress(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const served = { base: publicBase(strapi), listing_url: process.env.LISTING_URL || null };
    sqlOf(strapi)(NOTE, { ...served }).catch((error: unknown) =>
      strapi.log.warn(`The address of this server could not be noted: ${(error as Error).message}`),
    );
  });
}

/**
 * Makes a command write the addresses that the server writes: those of its own environment where `PUBLIC_URL` and
 * `LISTING_URL` are set in it, otherwise those that the server noted when it last began to serve.
 */
export async function takeServedAddress(strapi: Core.Strapi): Promise<void> {
  const [served] = await sqlOf(strapi)<Served>(READ);
  if (!served) return;
  if (!strapi.config.get<string>('server.url', '')) strapi.config.set('server.absoluteUrl', served.base);
  if (served.listing_url) process.env.LISTING_URL ??= served.listing_url;
}
