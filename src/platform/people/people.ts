import { normalEmailAddress } from '../../domain/email-address';
import type { Language } from '../../languages/language';
import { refused } from '../refusals/refusal';
import type { Sql } from '../sql/sql';

/** A person without an account, as they entered themselves for one purpose. */
export interface Person {
  readonly id: string;
  /** In the one spelling of `normalEmailAddress`. */
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
  /** Of mails to them. */
  readonly locale: Language;
  readonly purpose: string;
  readonly createdAt: Date;
  /** ISO date: the last day by the city's clock; deleted in the night after it. */
  readonly deleteAfter: string;
}

interface NewPerson {
  /** As typed; must be an e-mail address. */
  readonly email: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale: Language;
  /** What they did: `notice`, `pledge`, … */
  readonly purpose: string;
  /** ISO date (`2027-03-31`) after which nobody needs them any more. */
  readonly deleteAfter: string;
}

const ADD_SQL = `
insert into stadtverbund.person (email, name, phone, locale, purpose, delete_after)
values (:email, :name, :phone, :locale, :purpose, cast(:deleteAfter as date)) returning id`;

const READ_SQL = `
select id, email, name, phone, locale, purpose, created_at as "createdAt", delete_after::text as "deleteAfter"
from stadtverbund.person where id = cast(:id as uuid)`;

/**
 * Adds a person: one for each transaction, also for an address that is known. Tables refer to it by
 * `person_id uuid references stadtverbund.person on delete set null`.
 * @returns their id
 * @throws Refusal `email-shape` at `email`
 */
export async function addPerson(
  sql: Sql,
  { email, name, phone, locale, purpose, deleteAfter }: NewPerson,
): Promise<string> {
  const address = normalEmailAddress(email);
  if (!address.ok) throw refused('email-shape', ['email']);
  const [added] = await sql<{ id: string }>(ADD_SQL, {
    email: address.value,
    name: name ?? null,
    phone: phone ?? null,
    locale,
    purpose,
    deleteAfter,
  });
  if (!added) throw new Error('PostgreSQL returned no row for a person.');
  return added.id;
}

/** @returns `undefined` if they have been deleted, after their day or at their request */
export async function readPerson(sql: Sql, id: string): Promise<Person | undefined> {
  const [person] = await sql<Person>(READ_SQL, { id });
  return person;
}
