import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const connectionString = env('DATABASE_URL');
  if (!connectionString) {
    throw new Error(
      'DATABASE_URL is not set. Start with `npm run demo`, `npm run develop` or `npm start`, which bring an embedded PostgreSQL, or set DATABASE_URL=postgres://user:password@host:5432/name.',
    );
  }
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString },
      // PostgreSQL first looks into a schema named like the user. With a user called stadtverbund, Strapi would create
      // its tables again in our schema of that name from the second boot on.
      searchPath: ['public'],
      // One of several pools; an instance takes up to 24 connections in all (docs/operations.md).
      pool: { min: 0, max: env.int('DATABASE_POOL_MAX', 10) },
      acquireConnectionTimeout: 60_000,
    },
    settings: { forceMigration: false },
  };
};

export default config;
