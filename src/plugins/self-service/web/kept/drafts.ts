import type { Values } from '../domain/values';
import { typed } from './store';

/** Something new that was sent. */
export interface Attempt {
  /** ISO 8601 */
  readonly at: string;
  readonly values: Values;
}

/** What was typed into a form and is not stored by the city yet. */
export interface KeptDraft {
  /** What it was typed upon. */
  readonly base: Values;
  readonly values: Values;
  /** ISO 8601 */
  readonly typedAt: string;
  /** Sent as something new; no answer has come. */
  readonly attempt?: Attempt;
  /** What it is called, for lists. */
  readonly name: string;
}

/** Whose draft it is, and of what. */
export interface DraftKey {
  /** The account: on a shared device nobody sees another's. */
  readonly account: string;
  /** Where it was typed. */
  readonly place: 'edit' | 'quick' | 'new';
  /** As in `/api/my/{collection}`. */
  readonly collection: string;
  /** Of the document; of what is new, of its business, or empty. */
  readonly id: string;
  /** Language of its texts. */
  readonly locale: string;
}

// JSON, as names may hold any separator.
const begun = (...parts: readonly string[]): string => JSON.stringify(parts).slice(0, -1);

const keyOf = ({ account, place, collection, id, locale }: DraftKey): string =>
  begun(account, place, collection, id, locale);

export const keptDraft = (key: DraftKey): Promise<KeptDraft | undefined> => typed.get<KeptDraft>(keyOf(key));

/** @returns whether this device keeps it */
export const keepDraft = (key: DraftKey, draft: KeptDraft): Promise<boolean> => typed.set(keyOf(key), draft);

export const forgetDraft = (key: DraftKey): Promise<void> => typed.delete(keyOf(key));

/** All that an account has typed on this device and not sent. */
export async function keptDrafts(account: string): Promise<readonly (DraftKey & KeptDraft)[]> {
  const found = await typed.entries<KeptDraft>(`${begun(account)},`);
  return found.map(([key, draft]) => {
    const [, place, collection, id, locale] = JSON.parse(`${key}]`) as [
      string,
      DraftKey['place'],
      string,
      string,
      string,
    ];
    return { account, place, collection, id, locale, ...draft };
  });
}
