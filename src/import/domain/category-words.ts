import { LANGUAGES } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { foldedWords } from '#src/plugins/directory/server/src/domain/fold-text';
import { categoryOfActivity, isActivityCode } from './wz2008';
import { SLUG, slugId, type CategoryDraft, type CuratedCategory } from './catalogue';

/** A category that a text means. */
export interface FoundCategory {
  id: string;
  name: string;
  /** Whether the text is a name or synonym of it; otherwise it was read as one. */
  isNamed: boolean;
}

/** What was found in a cell that names categories. */
export interface ReadCategories {
  found: FoundCategory[];
  /** Words that name none. */
  unknown: string[];
}

// How well a word fits: the lowest counts. Of those that fit alike, the first in the list of categories.
const LAST = 0.9;
const RANK = { id: 0, name: 1, otherName: 2, term: 3, laterTerm: 4, group: 6 };

// Ends of a compound that only say that it is a business: "Blumenladen" is what sells flowers. Folded by `foldWord`.
const GENERIC_ENDS = [
  ...[
    'einzelhandel',
    'einzelhandler',
    'fachgeschaft',
    'ladengeschaft',
    'geschaft',
    'fachhandel',
    'fachmarkt',
    'handel',
    'handlung',
    'handler',
  ],
  ...[
    'laden',
    'salon',
    'studio',
    'betrieb',
    'praxis',
    'kanzlei',
    'buro',
    'shop',
    'makler',
    'agentur',
    'zentrum',
  ],
  ...['center', 'service', 'dienst', 'unternehmen', 'meisterbetrieb'],
];
// Who trades in something does not repair it: "Kfz-Handel" is no garage.
const TRADE = /(?:handel|handler|handlung)$/;
const IS_TRADE = /^shop\/(?!.*_repair$)|^slug:/;

/** Words of which none says what is sold. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['online', 'sonstige', 'sonstiges', 'diverse', 'andere']);

const SHORTEST = 4;
// A shorter end occurs by chance.
const SHORTEST_END = 6;

const ENDINGS = ['innen', 'in', 'en', 'er', 'es', 'e', 'n', 's'];

/** German plurals and feminines without their endings; both sides are cut alike. */
const stem = (word: string): string => {
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST);
  return ending === undefined ? word : word.slice(0, -ending.length);
};

/** One key for all spellings: "Second-Hand-Laden", "Secondhand Laden". */
const keyOf = (text: string): string =>
  foldedWords(text)
    .map(({ word }) => word)
    .join('');

const withoutGenericEnd = (key: string): string | undefined => {
  const end = GENERIC_ENDS.find((one) => key.endsWith(one) && key.length - one.length >= SHORTEST);
  return end === undefined ? undefined : key.slice(0, -end.length);
};

interface Entry {
  id: string;
  name: string;
  rank: number;
}

/** Machines are not what "Blumen" or "Pizza" means. */
const isMachine = (id: string): boolean => id.startsWith('amenity/vending_machine');

// "Restaurant (italienisch)"
const IN_BRACKETS = /\([^()]*\)/g;
const LIST = /[;|\n]|, /;
const PARTS = / ?[,/&+] ?| (?:und|u\.|sowie|mit|and) /i;

/** The vocabulary of categories: what a table may write for them, in the words of the search. */
export class CategoryWords {
  private readonly exact = new Map<string, Entry>();
  private readonly stems = new Map<string, Entry>();
  private readonly everyday: ReadonlyMap<string, string>;
  private readonly known = new Map<string, FoundCategory | undefined>();

  /**
   * @param drafts the categories of businesses by OSM id
   * @param curated our own, of which some have no OSM id
   */
  constructor(drafts: ReadonlyMap<string, CategoryDraft>, curated: readonly CuratedCategory[]) {
    this.everyday = new Map(
      LANGUAGES.flatMap((language) =>
        CATALOGUES[language].searchWords.everyday.flatMap(([says, means]): [string, string][] => [
          [stem(keyOf(says)), means],
          [keyOf(says), means],
        ]),
      ),
    );
    for (const category of curated)
      if (category.osmTags.length === 0) this.addAll(slugId(category.slug), category, true);
    for (const [id, draft] of drafts) this.addAll(id, draft, false);
  }

  private add(text: string, { id, name, rank }: Entry): void {
    const key = keyOf(text);
    if (key === '') return;
    const better = (known: Entry | undefined): boolean => known === undefined || rank < known.rank;
    if (better(this.exact.get(key))) this.exact.set(key, { id, name, rank });
    if (better(this.stems.get(stem(key)))) this.stems.set(stem(key), { id, name, rank });
  }

  private addAll(id: string, { slug, name, terms, osmTags }: CategoryDraft, isGroup: boolean): void {
    const entry = (rank: number): Entry => ({ id, name: name.de, rank: isGroup ? rank + RANK.group : rank });
    this.exact.set(id, entry(RANK.id));
    this.exact.set(id.replace('/', '='), entry(RANK.id));
    // The first of several ids that mean a category is its main one.
    if (!isGroup && osmTags[0] !== id) return;
    if (slug) this.exact.set(slug, entry(RANK.id));
    this.add(name.de, { id, name: name.de, rank: isGroup ? RANK.otherName : RANK.name });
    for (const one of [...name.de.split(/ ?\/ ?/), name.en])
      this.add(one, { id, name: name.de, rank: RANK.otherName });
    if (isMachine(id)) return;
    const short = withoutGenericEnd(keyOf(name.de));
    if (short !== undefined) this.add(short, entry(RANK.laterTerm + LAST));
    const nameKey = keyOf(name.de);
    for (const [at, term] of [...terms.de, ...terms.en].entries()) {
      const isOfName = nameKey.includes(stem(keyOf(term)));
      this.add(term, entry((isOfName ? RANK.term : RANK.laterTerm) + Math.min(at / 100, LAST)));
    }
  }

  private found({ id, name }: Entry, isNamed: boolean): FoundCategory {
    return { id, name, isNamed };
  }

  private named(key: string): FoundCategory | undefined {
    if (SAYS_NOTHING.has(key)) return undefined;
    const entry = this.exact.get(key);
    // Of the later terms some are only what is found there ("Kfz" of a used car dealer).
    if (entry && entry.rank < RANK.laterTerm) return this.found(entry, true);
    const read = this.meant(key) ?? entry ?? this.stems.get(stem(key));
    return read ? this.found(read, false) : undefined;
  }

  private meant(key: string): Entry | undefined {
    const means = this.everyday.get(key) ?? this.everyday.get(stem(key));
    if (means === undefined) return undefined;
    return this.exact.get(keyOf(means)) ?? this.stems.get(stem(keyOf(means)));
  }

  /** "Landbäckerei" is a bakery: the longest end that is the name of something. */
  private byEnd(key: string): FoundCategory | undefined {
    for (let cut = 2; cut <= key.length - SHORTEST_END; cut += 1) {
      const entry = this.exact.get(key.slice(cut));
      if (entry && entry.rank < RANK.laterTerm && !entry.id.startsWith(SLUG)) return this.found(entry, false);
    }
    return undefined;
  }

  private byKey(key: string, isOneWord: boolean): FoundCategory | undefined {
    const found = this.named(key);
    if (found || !isOneWord) return found;
    const short = withoutGenericEnd(key);
    const named = short === undefined ? undefined : this.named(short);
    const shop = named && TRADE.test(key) && !IS_TRADE.test(named.id) ? undefined : named;
    return shop ? { ...shop, isNamed: false } : this.byEnd(key);
  }

  /** "47.24.0" of WZ 2008, also with its text behind it. */
  private coded(text: string): FoundCategory | undefined {
    const code = text.split(' ', 1)[0] ?? '';
    const id = isActivityCode(code) ? categoryOfActivity(code) : undefined;
    const entry = id === undefined ? undefined : this.exact.get(id);
    return entry && this.found(entry, false);
  }

  private one(text: string): FoundCategory | undefined {
    const written = text.trim().toLowerCase();
    const entry = this.exact.get(written);
    if (entry) return this.found(entry, true);
    const coded = this.coded(written);
    if (coded) return coded;
    const key = keyOf(text);
    if (!this.known.has(key))
      this.known.set(key, key === '' ? undefined : this.byKey(key, !/[\s,;/&+]/.test(text.trim())));
    return this.known.get(key);
  }

  /** The words of a text that name something by themselves: "Café Restaurant". */
  private words(text: string): FoundCategory[] {
    return foldedWords(text).flatMap(({ word }) => {
      const found = this.named(word);
      return found ? [{ ...found, isNamed: false }] : [];
    });
  }

  private part(text: string): ReadCategories {
    const whole = this.one(text) ?? this.one(text.replace(IN_BRACKETS, ' '));
    if (whole) return { found: [whole], unknown: [] };
    const parts = text.split(PARTS).filter((one) => one.trim() !== '');
    if (parts.length > 1) {
      const read = parts.map((one) => this.part(one.trim()));
      return { found: read.flatMap(({ found }) => found), unknown: read.flatMap(({ unknown }) => unknown) };
    }
    // A tag that is not known is no words.
    const found = text.includes('=') ? [] : this.words(text);
    return found.length > 0 ? { found, unknown: [] } : { found, unknown: [text.trim()] };
  }

  /** Every category that a cell names: "Bäckerei / Café", "shop=bakery; amenity=cafe". */
  read(cell: string): ReadCategories {
    const pieces = this.one(cell) ? [cell] : cell.split(LIST).filter((piece) => piece.trim() !== '');
    const read = pieces.map((piece) => this.part(piece.trim()));
    const byId = new Map(read.flatMap(({ found }) => found).map((one) => [one.id, one]));
    return { found: [...byId.values()], unknown: read.flatMap(({ unknown }) => unknown) };
  }
}
