import { Client } from 'pg';
import { bootStrapi } from './boot-strapi';
import { createBusiness, createCityProfile } from './factories';

/**
 * Boots Strapi on DATABASE_URL in a separate process, which dies on the spot where DIE_AT says: at a statement that matches,
 * before it is sent. With PREPARE it makes an account with a business and a picture first, whose erasure is due, and ends.
 */
const { DATABASE_URL = '', DIE_AT, PREPARE } = process.env;

const BUSINESS = 'Amselladen';

type Query = (text: unknown, ...rest: unknown[]) => unknown;

function dieAt(statement: RegExp): void {
  const client = Client.prototype as unknown as { query: Query };
  const query = client.query;
  client.query = function (this: unknown, text, ...rest) {
    const sent = typeof text === 'string' ? text : (text as { text?: string } | undefined)?.text;
    if (sent && statement.test(sent)) process.kill(process.pid, 'SIGKILL');
    return query.call(this, text, ...rest);
  };
}

async function prepare(app: Awaited<ReturnType<typeof bootStrapi>>): Promise<void> {
  const { strapi } = app;
  // The tests' factories use the Strapi of their suite.
  Object.assign(globalThis, { startedApp: app });
  await createCityProfile();
  const { documentId } = await createBusiness({ name: BUSINESS, syndicationConsent: true });
  const users: { add(user: object): Promise<{ id: number }> } = strapi
    .plugin('users-permissions')
    .service('user');
  const { id } = await users.add({
    username: 'Amsel',
    email: 'amsel@vogel.example',
    password: 'Probe-Kennwort-1',
    provider: 'local',
    confirmed: true,
  });
  await strapi
    .documents('api::membership.membership')
    .create({ data: { business: documentId, user: id, role: 'owner', since: new Date().toISOString() } });
  const run = strapi.db.connection;
  await run.raw(
    `with file as (insert into files (document_id, name, hash, ext, mime, size, url, provider)
       values ('amselbild', 'amsel.png', 'amsel_bild', '.png', 'image/png', 1, '/uploads/amsel_bild.png', 'local')
       returning id)
     insert into stadtverbund.upload_owner (file_id, account_id) select id, ? from file`,
    [id],
  );
  // Not due before the processes that are to die: this one would do it.
  await run.raw(
    `insert into stadtverbund.erasure (account_id, email, reason, listings, due_at)
     values (?, 'amsel@vogel.example', 'own-request', 'remove', now() + interval '1 day')`,
    [id],
  );
}

async function main(): Promise<void> {
  if (DIE_AT) dieAt(new RegExp(DIE_AT, 'i'));
  const app = await bootStrapi(DATABASE_URL);
  if (PREPARE) await prepare(app);
  else
    for (;;) {
      const { rows } = await app.strapi.db.connection.raw<{ rows: { left: number }[] }>(
        `select (select count(*) from stadtverbund.erasure where due_at <= now())::int
           + (select count(*) from stadtverbund.erased_file)::int as left`,
      );
      if (rows[0]?.left === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  await app.stop();
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
