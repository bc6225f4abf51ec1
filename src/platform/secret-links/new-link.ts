import type { Sql } from '../sql/sql';
import { hashOfToken, newToken } from './token';
import * as SQL from './links.sql';

interface NewLink {
  /** A registered one. */
  readonly purpose: string;
  /** What it is about, by an id that the purpose understands. */
  readonly subject: string;
  /** Whom it was mailed to, if they have no account; the link is deleted with them. */
  readonly personId?: string;
  readonly expiresAt: Date;
  /** How many actions it allows; default 1. */
  readonly uses?: number;
}

/**
 * Makes a link. Call when a mail is composed, since its secret is nowhere but in the mail; a mail that is composed again
 * after a failure has a link of its own, and both are valid.
 * @returns the token, for the address `/l/:token`
 */
export async function newLink(
  sql: Sql,
  { purpose, subject, personId, expiresAt, uses = 1 }: NewLink,
): Promise<string> {
  const token = newToken();
  await sql(SQL.NEW_SQL, {
    tokenHash: hashOfToken(token),
    purpose,
    subject,
    personId: personId ?? null,
    expiresAt,
    uses,
  });
  return token;
}

/** Ends what was mailed and not used, such as links to a new password once there is one. */
export async function endLinks(sql: Sql, link: { purpose: string; subject: string }): Promise<void> {
  await sql(SQL.END_SQL, link);
}
