import type { Sql } from '../sql/sql';

/** A mail that comes again and again, and a reader of it. */
export interface Subscription {
  /** Its name, as registered. */
  readonly mail: string;
  /** What the reader is, and its number: `editor 12`. */
  readonly reader: string;
}

/** The readership of an editor. */
export const editorsSubscription = (mail: string, editorId: number): Subscription => ({
  mail,
  reader: `editor ${editorId}`,
});

const UNWANTED = `select from stadtverbund.unwanted_mail where mail = :mail and reader = :reader`;

/** Whether a reader gets a mail that repeats. Everyone does until they say otherwise. */
export const isWanted = async (sql: Sql, subscription: Subscription): Promise<boolean> =>
  (await sql(UNWANTED, { ...subscription })).length === 0;

const STOP = `
insert into stadtverbund.unwanted_mail (mail, reader) values (:mail, :reader) on conflict do nothing`;
const RESUME = `delete from stadtverbund.unwanted_mail where mail = :mail and reader = :reader`;

/** Switches a mail off or on for a reader. */
export async function setWanted(sql: Sql, subscription: Subscription, wanted: boolean): Promise<void> {
  await sql(wanted ? RESUME : STOP, { ...subscription });
}
