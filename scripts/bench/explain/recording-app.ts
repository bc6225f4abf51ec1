import { Client } from 'pg';
import { StatementRecorder } from './record-statements';
import { explainStatement, type Explained } from './explain-statement';
import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { writesOf } from './writes';
import { answerCalls } from '../process-calls';
import { listenUntilDisconnect } from '../listen-until-disconnect';

/** The application, with its database statements recorded. */
async function serveRecordingApp(): Promise<void> {
  process.noDeprecation = true;
  // Must happen before the application opens its first connection.
  const recorder = new StatementRecorder();
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  const write = writesOf(strapi);
  answerCalls({
    /** Names the next request; nothing is recorded under the empty name. */
    label: (label: string) => {
      recorder.label = label;
    },
    ...write,
    explain: async (): Promise<Explained[]> => {
      recorder.label = '';
      const client = new Client({
        connectionString: process.env['DATABASE_URL'],
        options: '-c search_path=public',
      });
      await client.connect();
      try {
        await client.query("load 'auto_explain'");
        const explained: Explained[] = [];
        for (const recorded of recorder.all()) explained.push(await explainOrSay(client, recorded));
        return explained;
      } finally {
        await client.end();
      }
    },
  });
  await listenUntilDisconnect(strapi.server.httpServer, () => destroyCalmly(strapi));
}

/** If a statement cannot be explained, its document says why, and the others are not lost. */
async function explainOrSay(
  client: Client,
  recorded: Parameters<typeof explainStatement>[1],
): Promise<Explained> {
  try {
    return await explainStatement(client, recorded);
  } catch (error) {
    const { name, label, prepared, text } = recorded;
    const document = `${name}: ${label}\n\n${text}\n\nCould not be explained: ${String(error)}`;
    return { name, label, prepared, milliseconds: 0, scans: [], genericScans: [], failed: true, document };
  }
}

serveRecordingApp().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
