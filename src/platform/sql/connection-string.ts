import type { Core } from '@strapi/strapi';

/** The database's address, for connections apart from Strapi's pool. */
export const connectionString = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('database.connection.connection.connectionString');
