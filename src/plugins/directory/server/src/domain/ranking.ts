/** In which orders one can have listings. */
export const SORTS = ['relevance', 'distance', 'name', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** What listings are compared by. */
export type Criterion = 'points' | 'distance' | 'name' | 'published' | 'id';

/**
 * What each order compares, one after the other: the next decides among equals. The search's SQL is made of it, and so is
 * the page for readers that says how listings are sorted (UWG, § 5b (2)): what is not in here has no influence.
 */
export const ORDERS: Readonly<Record<Sort, readonly Criterion[]>> = {
  relevance: ['points', 'name', 'id'],
  distance: ['distance', 'name', 'id'],
  name: ['name', 'id'],
  newest: ['published', 'id'],
};

/**
 * What a listing gets points for: each word for the best place where it is found, the whole text for the name, and a shop
 * before what belongs to it. Doubled, so that the last is less than any of the others.
 */
export const POINTS = {
  /** A word of the name. */
  nameWord: 8,
  /** The beginning of a word of the name. */
  nameWordBeginning: 6,
  /** A category or another heading. */
  heading: 4,
  /** The text. */
  text: 2,
  /** All that was typed is the name. */
  wholeName: 4,
  /** The name begins with all that was typed. */
  nameBeginning: 2,
  /** It belongs to nothing else: a business before its offers. */
  independent: 1,
} as const;

/** The order where none is asked for. */
export function usualSort({ hasText, hasPlace }: { hasText: boolean; hasPlace: boolean }): Sort {
  if (hasText) return 'relevance';
  return hasPlace ? 'distance' : 'name';
}

interface Listed {
  readonly business?: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * The order in which all listings of a type are shown: those whom one turns to as in a telephone book; what belongs to a
 * business, or says when it was published, like news.
 */
export const sortOfList = ({ business, attributes }: Listed): Sort =>
  business !== undefined || 'publishedOn' in attributes ? 'newest' : 'name';
