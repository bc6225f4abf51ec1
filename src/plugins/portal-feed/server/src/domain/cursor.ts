/** The position of a reader of the pull feed; opaque text to the reader. */
export interface Cursor {
  /** documentId of the portal. */
  readonly portal: string;
  /** The number of the last event that was considered. */
  readonly seq: number;
  /** The version of the portal's filter when it was issued. */
  readonly filterVersion: number;
  /** Tombstones up to this number do not matter to this reader, who started without what they remove. */
  readonly floor: number;
}

export const encodeCursor = ({ portal, seq, filterVersion, floor }: Cursor): string =>
  Buffer.from(JSON.stringify([1, portal, seq, filterVersion, floor])).toString('base64url');

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** @returns `null` if it was never issued */
export function decodeCursor(text: string): Cursor | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(parsed)) return null;
  const [version, portal, seq, filterVersion, floor] = parsed as unknown[];
  if (version !== 1 || typeof portal !== 'string') return null;
  if (!isCount(seq) || !isCount(filterVersion) || !isCount(floor)) return null;
  return { portal, seq, filterVersion, floor };
}

interface PortalPosition {
  readonly documentId: string;
  readonly filterVersion: number;
  readonly resumesFrom: number;
}

interface Log {
  /** The highest number known to have been assigned. */
  readonly last: number;
  /** The highest number of a deleted tombstone. */
  readonly forgotten: number;
}

export type Resumed =
  | { readonly ok: true; readonly after: number; readonly floor: number }
  | {
      readonly ok: false;
      readonly reason: 'cursor-other-portal' | 'filter-changed' | 'cursor-too-old' | 'cursor-ahead';
    };

/**
 * Where a reader continues, or why it has to take a snapshot.
 * @param cursor `null` for the beginning of the log
 */
export function resume(cursor: Cursor | null, portal: PortalPosition, log: Log): Resumed {
  if (cursor === null) return { ok: true, after: 0, floor: log.forgotten };
  if (cursor.portal !== portal.documentId) return { ok: false, reason: 'cursor-other-portal' };
  if (cursor.filterVersion < portal.resumesFrom || cursor.filterVersion > portal.filterVersion)
    return { ok: false, reason: 'filter-changed' };
  // A log that has been restored from a backup does not know what this reader has seen.
  if (cursor.seq > log.last) return { ok: false, reason: 'cursor-ahead' };
  if (cursor.seq < log.forgotten && cursor.floor < log.forgotten)
    return { ok: false, reason: 'cursor-too-old' };
  // The operator chose to resend, so the reader sees everything again under the new filter.
  if (cursor.filterVersion < portal.filterVersion)
    return { ok: true, after: 0, floor: Math.max(cursor.floor, cursor.seq) };
  return { ok: true, after: cursor.seq, floor: cursor.floor };
}
