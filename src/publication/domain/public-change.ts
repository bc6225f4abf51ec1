import type { DocumentName } from './document-set';

/** What the public sees of a document may have changed: in itself, or in something that it shows. */
export interface PublicChange extends DocumentName {
  /** `published`: the locales that are public now. `removed`: those that were. `null` for a type without locales. */
  readonly locales: readonly (string | null)[];
  /** By `isPublicAt`: an offer whose business is hidden is `removed`, and so is one that has ended. */
  readonly action: 'published' | 'removed';
}

/** A published row of a document. */
export interface PublishedRow {
  readonly id: number;
  readonly locale: string | null;
  /** Milliseconds. A published row is replaced on publish, but one of a type without drafts is updated in place. */
  readonly updatedAt: number;
  /** Whether `isPublicAt` lets it through. */
  readonly visible: boolean;
}

type Rows = readonly PublishedRow[];
type Outcome = Pick<PublicChange, 'action' | 'locales'>;

const sameAs = ({ id, updatedAt, visible }: PublishedRow): string => `${id}@${updatedAt}:${visible}`;

const localesOf = (rows: Rows): (string | null)[] => [...new Set(rows.map(({ locale }) => locale))];

const visible = (rows: Rows): Rows => rows.filter((row) => row.visible);

/** What the public now sees of a document, whatever it was before. */
export function stateOf(rows: Rows): Outcome {
  const shown = visible(rows);
  return shown.length > 0
    ? { action: 'published', locales: localesOf(shown) }
    : { action: 'removed', locales: localesOf(rows) };
}

/** How a write changed the public side of a document, or `null` if it did not. */
export function changeBetween(before: Rows, after: Rows): Outcome | null {
  const was = new Set(before.map(sameAs));
  if (before.length === after.length && after.every((row) => was.has(sameAs(row)))) return null;
  const [wasShown, isShown] = [visible(before), visible(after)];
  if (isShown.length > 0) return { action: 'published', locales: localesOf(isShown) };
  return wasShown.length > 0 ? { action: 'removed', locales: localesOf(wasShown) } : null;
}
