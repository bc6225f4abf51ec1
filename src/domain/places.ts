import { refuse, type Refused } from './checked';
import { headLength, nameKey, significantWords } from './place-names';

/** What is known about German postcodes. */
export interface PlaceTable {
  /** Names of the places that have a postcode. */
  placesOf: ReadonlyMap<string, readonly string[]>;
  /**
   * The postal regions of every place, by its `nameKey`: the name of a place elsewhere is not taken for a district
   * here.
   */
  regionsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Districts of the city by name, for addresses that give only the district ("44287 Aplerbeck"). */
export interface LocalDistricts {
  city: string;
  names: readonly string[];
}

export type PlaceDecision = { ok: true } | (Refused & { suggestions: string[] });

interface Lookup {
  postcode: string;
  table: PlaceTable;
}

// Five names fit into a sentence; a postcode in the country can have forty.
const MAX_SUGGESTIONS = 5;

const isAbbreviationOf = (short: string, whole: string): boolean => whole.startsWith(short);

const startsWith = (whole: readonly string[], start: readonly string[]): boolean =>
  start.every((word, index) => whole[index] === word);

// Three digits identify a sorting centre. In 926xx, "Weiden in der Oberpfalz" and "Weiden" are the same town.
const regionOf = (postcode: string): string => postcode.slice(0, 3);

const namesPlaceElsewhere = (given: string, { postcode, table }: Lookup): boolean => {
  const regions = table.regionsOf.get(nameKey(given));
  return regions !== undefined && !regions.has(regionOf(postcode));
};

// "Lauf", "Lauf a.d.P.", "Lauf an der Pegnitz", "Dortmund-Aplerbeck", "Frankfurt am Main (Höchst)".
const agreesFromStart = (given: string, known: string, lookup: Lookup): boolean => {
  const words = significantWords(given);
  const knownWords = significantWords(known);
  const head = knownWords.slice(0, headLength(known));
  if (!startsWith(words, head)) return false;
  const qualifiers = knownWords.slice(head.length);
  const rest = words.slice(head.length);
  const abbreviated = rest.slice(0, qualifiers.length);
  const qualified =
    abbreviated.length === qualifiers.length &&
    abbreviated.every((word, index) => isAbbreviationOf(word, qualifiers[index] ?? ''));
  const district = qualified ? rest.slice(qualifiers.length) : rest;
  return district.length === 0 || !namesPlaceElsewhere(given, lookup);
};

// "Aplerbeck (Dortmund)", "Aplerbeck, Dortmund".
const agreesAtEnd = (given: string, known: string, lookup: Lookup): boolean => {
  const [first, ...parts] = given.split(/[(),/]/).filter((part) => part.trim() !== '');
  return (
    first !== undefined &&
    !namesPlaceElsewhere(first, lookup) &&
    parts.some((part) => nameKey(part) === nameKey(known))
  );
};

// Towns have become spas since the table was made: "Bad Belzig" is "Belzig", while "Bad Essen" is a different town from
// Essen.
const agreesAsSpa = (given: string, known: string, lookup: Lookup): boolean =>
  /^bad\s/i.test(given) && nameKey(given.slice(4)) === nameKey(known) && !namesPlaceElsewhere(given, lookup);

const agrees = (given: string, known: string, lookup: Lookup): boolean =>
  nameKey(given) === nameKey(known) ||
  [agreesFromStart, agreesAtEnd, agreesAsSpa].some((rule) => rule(given, known, lookup));

const isLocalDistrict = (given: string, places: readonly string[], districts?: LocalDistricts): boolean =>
  districts !== undefined &&
  places.some((place) => nameKey(place) === nameKey(districts.city)) &&
  districts.names.some((name) => nameKey(name) === nameKey(given));

export const isPostcode = (value: string): boolean => /^\d{5}$/.test(value);

/** The five digits of a postcode, also where the country is before them ("D-44137"); undefined if it is none. */
export const normalPostcode = (value: string): string | undefined => {
  const digits = value.trim().replace(/^(?:DE?)[ -]{0,3}(?=\d)/i, '');
  return isPostcode(digits) ? digits : undefined;
};

/**
 * Decides whether a postcode exists and whether a place name agrees with it, allowing for spellings and districts.
 * @param place if empty, only the postcode is looked up
 * @returns ok, `postcode-malformed`, `unknown-postcode`, or `place-mismatch` with the right names
 */
export const decidePlace = (
  postcode: string,
  place: string | null | undefined,
  table: PlaceTable,
  districts?: LocalDistricts,
): PlaceDecision => {
  if (!isPostcode(postcode)) return { ...refuse('postcode-malformed', { postcode }), suggestions: [] };
  const places = table.placesOf.get(postcode);
  if (!places) return { ...refuse('unknown-postcode', { postcode }), suggestions: [] };
  const given = place?.trim();
  if (!given || isLocalDistrict(given, places, districts)) return { ok: true };
  if (places.some((known) => agrees(given, known, { postcode, table }))) return { ok: true };
  const suggestions = places.slice(0, MAX_SUGGESTIONS);
  return {
    ...refuse('place-mismatch', { postcode, place: given, suggestions: suggestions.join(', ') }),
    suggestions,
  };
};

/** One row of `data/postcodes-de.csv`. */
export interface PostcodeRow {
  postcode: string;
  place: string;
  community: string;
}

// Bulk recipients ("Commerzbank AG") have their own postcodes; their town is in the community column.
const townOf = (community: string): string | undefined =>
  /^Kreisfreie Stadt (.+)$/.exec(community)?.[1] ??
  /^(.+), (?:\w+ )?(?:Stadt|Landeshauptstadt|Hansestadt)$/.exec(community)?.[1];

/** The table of all postcodes, including the towns of bulk recipients. */
export const placeTable = (rows: Iterable<PostcodeRow>): PlaceTable => {
  const placesOf = new Map<string, string[]>();
  const regionsOf = new Map<string, Set<string>>();
  for (const { postcode, place, community } of rows) {
    const names = placesOf.get(postcode) ?? [];
    const town = townOf(community);
    // The town comes first: it is the better suggestion.
    const additions = town ? [town, place] : [place];
    placesOf.set(postcode, [...new Set([...names, ...additions])]);
    for (const key of additions.map(nameKey)) {
      regionsOf.set(key, (regionsOf.get(key) ?? new Set()).add(regionOf(postcode)));
    }
  }
  return { placesOf, regionsOf };
};
