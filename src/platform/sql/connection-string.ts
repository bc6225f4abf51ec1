import type { Core } from '@strapi/strapi';

/** Where the database is, for connections beside Strapi's pool. */
export const connectionString = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('database.connection.connection.connectionString');
