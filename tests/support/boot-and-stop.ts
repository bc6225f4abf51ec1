import { bootStrapi } from './boot-strapi';
import { distWith } from './dist-with';

/**
 * Boots Strapi on DATABASE_URL and ends it again, leaving no connection behind; run in a separate process. EXTRA_API
 * may name a folder laid out like src/api with additional content types.
 */
async function bootAndStop(): Promise<void> {
  const extraApi = process.env['EXTRA_API'];
  const extended = extraApi ? distWith(extraApi) : undefined;
  try {
    await boot(extended?.distDir);
  } finally {
    extended?.remove();
  }
}

async function boot(distDir: string | undefined): Promise<void> {
  const app = await bootStrapi(process.env['DATABASE_URL'] ?? '', distDir ? { distDir } : {});
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
