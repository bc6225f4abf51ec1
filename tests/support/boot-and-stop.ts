import { bootStrapi } from './boot-strapi';

/** Boots Strapi on DATABASE_URL, in a process of its own, and ends it again, without a connection left behind. */
async function bootAndStop(): Promise<void> {
  const app = await bootStrapi(process.env['DATABASE_URL'] ?? '');
  const answer = await fetch(`${app.url}/_health`);
  await app.stop();
  if (!answer.ok) throw new Error(`Strapi booted, but /_health answers ${answer.status}.`);
}

void bootAndStop().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
