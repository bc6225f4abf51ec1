import type { Core } from '@strapi/strapi';
import { findByAddress } from '#src/extensions/users-permissions/find-account';
import { findPersonalData, personalDataOf, type FoundData } from '#src/platform/personal-data/index';
import { OWN_DATA } from './names';

/** What is known of an address. */
export interface Known {
  readonly found: readonly FoundData[];
  /** Names of those that are erased at the person's wish; others have a purpose of the operator's, such as an editor's account. */
  readonly erasable: ReadonlySet<string>;
  /** Whether there is an account of it, which has ways of its own. */
  readonly hasAccount: boolean;
}

// That somebody asks is not what they ask for, and it is deleted the day after.
const isQuestion = ({ purpose }: Readonly<Record<string, unknown>>): boolean => purpose === OWN_DATA;

/** What is known of an address beside its account, over all declarations. */
export async function knownOf(strapi: Core.Strapi, email: string): Promise<Known> {
  const found = (await findPersonalData(strapi, { email }))
    .map((data) => ({ ...data, rows: data.rows.filter((row) => !isQuestion(row)) }))
    .filter(({ rows }) => rows.length > 0);
  const erasable = new Set(personalDataOf(strapi).flatMap((data) => (data.erase ? [data.name] : [])));
  return { found, erasable, hasAccount: (await findByAddress(strapi, email)) !== undefined };
}
