import { Client } from 'pg';
import { bootStrapi } from './boot-strapi';
import { TEMPLATE_DATABASE, databaseUrl } from './test-run';

/** Boots Strapi once on an empty database, which becomes the template, and leaves no connection to it. */
async function prepare(): Promise<void> {
  const clusterUrl = process.env['TEST_CLUSTER_URL'] ?? '';
  const client = new Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE_DATABASE}`);
  await client.end();
  const app = await bootStrapi(databaseUrl(clusterUrl, TEMPLATE_DATABASE));
  await app.stop();
}

void prepare().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
