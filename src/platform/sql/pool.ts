import type { Core } from '@strapi/strapi';

/** Strapi's pool of connections (tarn). */
interface ConnectionPool {
  readonly max: number;
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
}

export const connectionPool = (strapi: Core.Strapi): ConnectionPool =>
  (strapi.db.connection.client as { pool: ConnectionPool }).pool;
