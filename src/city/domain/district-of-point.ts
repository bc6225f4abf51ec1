/** Where a listing is and which district it is said to be in. */
export interface Whereabouts {
  /** Slug; `null`: none. */
  readonly district: string | null;
  /** The district in which its point lies; `null`: outside all borders; `undefined`: it has no point. */
  readonly within: string | null | undefined;
}

/** A write of a listing's place. */
export interface PlaceWrite {
  /** As it is stored; `undefined` for a new listing. */
  readonly before: Whereabouts | undefined;
  /** The district that the write names: a slug, `null` to clear it, `undefined` if it says nothing. */
  readonly named: string | null | undefined;
  /** Where the point lies after the write, as in `Whereabouts`. */
  readonly within: string | null | undefined;
  /** Whether an editor writes, who may know better than the borders. */
  readonly byEditor: boolean;
}

/**
 * Whether somebody has set a district that is not the one of the point. Nothing else remembers it (ADR 80): as long as
 * the two differ, the district does not follow. An empty district was never set.
 */
export const isSetByHand = ({ district, within }: Whereabouts): boolean =>
  district !== null && typeof within === 'string' && district !== within;

/**
 * The district of a listing after a write: that of its point, unless an editor names another one, now or before. Without
 * a point, and outside all borders, it is what the write names. What moves out of all borders without naming any has none.
 * @returns a slug, `null` for none, `undefined` if the write is to stay as it is
 */
export function districtAfter({ before, named, within, byEditor }: PlaceWrite): string | null | undefined {
  if (within === undefined) return undefined;
  const isNews = named !== undefined && named !== (before?.district ?? null);
  // Clearing it is no choice: it follows its point again.
  const isChoice = isNews && named !== null && (byEditor || within === null);
  if (isChoice) return undefined;
  const isCleared = isNews && named === null && byEditor;
  if (before && !isCleared && isSetByHand(before)) return before.district;
  const moved = before?.within !== within;
  if (within === null) return moved && typeof before?.within === 'string' ? null : undefined;
  return moved || isNews ? within : undefined;
}
