import type { Deletion } from './deletions';

/** What a link about a deletion names: as every link of an account, it begins with the account's id. */
export const linkSubject = ({ accountId, id }: Pick<Deletion, 'accountId' | 'id'>): string =>
  `${accountId}.${id}`;

/** The id of the deletion that a link names. */
export const deletionIn = (subject: string): string => subject.split('.')[1] ?? '';
