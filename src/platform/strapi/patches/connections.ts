import type { Core } from '@strapi/strapi';
import { functionsOf, goneFrom } from './functions-of';

/** A connection to PostgreSQL, as knex lends it. */
export interface Connection {
  query(text: string): Promise<unknown>;
}

/** How connections of Strapi's pool are lent and returned. */
export interface Lending {
  readonly acquireConnection: () => Promise<Connection>;
  readonly releaseConnection: (connection: Connection) => Promise<void>;
}

interface Client extends Lending {
  pool?: { max?: unknown };
}

/**
 * Wraps the lending of each connection of Strapi's pool, because knex has no asynchronous hook for it.
 *
 * @param around gets the original lending and the size of the pool
 */
export function wrapConnections(
  strapi: Core.Strapi,
  around: (lending: Lending, size: number) => Lending,
): void {
  const { client: found } = strapi.db.connection as { client?: unknown };
  const client = functionsOf<Client>(
    'connections',
    'The client of knex',
    found,
    ...(['acquireConnection', 'releaseConnection'] as const),
  );
  const size = client.pool?.max;
  if (typeof size !== 'number') throw goneFrom('connections', 'The pool of knex has no max');
  const lending: Lending = {
    acquireConnection: client.acquireConnection.bind(client),
    releaseConnection: client.releaseConnection.bind(client),
  };
  Object.assign(client, around(lending, size));
}
