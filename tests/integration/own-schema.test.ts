import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startedApp } from '../support';

const FOLDER = join(__dirname, '..', '..', 'database', 'schema');

const LOCK_ALL = `
do $$
declare
  one text;
begin
  for one in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'stadtverbund')
  loop
    execute 'lock table ' || one || ' in access share mode';
  end loop;
end $$`;

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
  return client;
}

it('a starting instance does not wait for readers, such as a running dump', async () => {
  const [dump, boot] = await Promise.all([connected(), connected()]);
  try {
    await dump.query('begin');
    await dump.query(LOCK_ALL);
    await boot.query("begin; set local lock_timeout = '1s'");
    for (const file of readdirSync(FOLDER).sort()) await boot.query(readFileSync(join(FOLDER, file), 'utf8'));
    await boot.query('commit');
  } finally {
    await Promise.all([dump.end(), boot.end()]);
  }
});
