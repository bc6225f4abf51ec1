import { Client } from 'pg';
import { eventually } from './eventually';
import { startedApp } from './started-app';

/** Where others have to wait. */
interface Place {
  /** `schema.name` */
  readonly table: string;
  /**
   * `statement`: before an insert has read anything; `row`: when it has read, and holds, what the row is made of.
   */
  readonly before: 'statement' | 'row';
}

export interface Barrier {
  /** Until somebody waits at it. */
  reached(): Promise<unknown>;
  /** Lets everybody through, also who comes later. */
  open(): Promise<void>;
  /** Removes it. Opens it first. */
  remove(): Promise<void>;
}

// A space of two numbers is not that of the locks in src/platform/sql/advisory-locks.ts.
const LOCK = '4711, 1';

const WAITING_SQL = `select from pg_locks where locktype = 'advisory' and classid = 4711 and not granted`;

/** Lets inserts into a table wait, in the database, until the test says so: races without sleeps. One at a time. */
export async function barrierAt({ table, before }: Place): Promise<Barrier> {
  const client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
  await client.query(`select pg_advisory_lock(${LOCK})`);
  await client.query(`
    create or replace function public.test_barrier() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${LOCK});
      return new;
    end $$;
    create trigger test_barrier before insert on ${table} for each ${before} execute function public.test_barrier()`);
  let isOpen = false;
  const open = async (): Promise<void> => {
    if (!isOpen) await client.query(`select pg_advisory_unlock(${LOCK})`);
    isOpen = true;
  };
  return {
    reached: () =>
      eventually(
        `an insert into ${table} waits`,
        async () => (await client.query(WAITING_SQL)).rows.length > 0,
      ),
    open,
    async remove() {
      await open();
      await client.query(`drop trigger test_barrier on ${table}; drop function public.test_barrier()`);
      await client.end();
    },
  };
}
