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
      // PostgreSQL looks into a schema named like the user first: with a user called stadtverbund, Strapi would from the
      // second boot on create its tables anew in our schema of that name.
      searchPath: ['public'],
      // One of several pools: an instance takes up to 24 connections (docs/operations.md).
      pool: { min: 0, max: env.int('DATABASE_POOL_MAX', 10) },
      acquireConnectionTimeout: 60_000,
    },
    settings: { forceMigration: false },
  };
};

export default config;
