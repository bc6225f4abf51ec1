import { startedApp } from './started-app';

interface Emitter {
  on(event: 'query', listener: (query: { sql: string }) => void): void;
  removeListener(event: 'query', listener: (query: { sql: string }) => void): void;
}

/** The SQL statements that Strapi sends while `work` runs. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const connection = startedApp().strapi.db.connection as unknown as Emitter;
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }): void => void statements.push(sql);
  connection.on('query', note);
  try {
    await work();
  } finally {
    connection.removeListener('query', note);
  }
  return statements;
}
