import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { wrapConnections, type Connection } from '../strapi/patches';
import { Places } from './places';

/** Milliseconds that a statement of a reading request may take; anything slower is useless. */
export const READING_MS = 5_000;
// Writing is rarer, and someone is waiting for their input to be saved.
const WRITING_MS = 60_000;
// Jobs, commands and the boot.
const UNLIMITED_MS = 0;

// Connections of the pool reserved for log-ins and writing, so that reading never takes them all.
const KEPT_FROM_READING = 3;

const isReading = ({ method, path }: Context): boolean =>
  method === 'GET' || method === 'HEAD' || path === '/graphql';

/** How long a statement may take, depending on the kind of request. */
function limitFor(strapi: Core.Strapi): number {
  const ctx = strapi.requestContext.get();
  if (!ctx) return UNLIMITED_MS;
  return isReading(ctx) ? READING_MS : WRITING_MS;
}

/**
 * Limits the time of every statement of a request (docs/adr/0031), on Strapi's own pool: the limit is set on a
 * connection only if it differs from that of its last user, so that pure reading costs no extra statements. Reading
 * takes no more than its share of the pool.
 */
export function limitStatements(strapi: Core.Strapi): void {
  wrapConnections(strapi, ({ acquireConnection, releaseConnection }, size) => {
    const places = new Places(Math.max(1, size - KEPT_FROM_READING));
    const limits = new WeakMap<Connection, number>();
    const reading = new WeakSet<Connection>();

    const acquireWithin = async (limit: number): Promise<Connection> => {
      const connection = await acquireConnection();
      if ((limits.get(connection) ?? UNLIMITED_MS) === limit) return connection;
      try {
        await connection.query(`set statement_timeout = ${limit}`);
      } catch (error) {
        await releaseConnection(connection);
        throw error;
      }
      limits.set(connection, limit);
      return connection;
    };

    return {
      async acquireConnection() {
        const limit = limitFor(strapi);
        if (limit !== READING_MS) return acquireWithin(limit);
        await places.take(READING_MS);
        try {
          const connection = await acquireWithin(limit);
          reading.add(connection);
          return connection;
        } catch (error) {
          places.give();
          throw error;
        }
      },
      releaseConnection(connection) {
        if (reading.delete(connection)) places.give();
        return releaseConnection(connection);
      },
    };
  });
}
