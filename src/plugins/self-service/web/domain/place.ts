/** Where somebody is in the app. */
export type PlaceName =
  | 'start'
  | 'signIn'
  | 'register'
  | 'password'
  | 'find'
  | 'claim'
  | 'account'
  | 'edit'
  | 'quick'
  | 'new'
  | 'people'
  | 'preview';

export interface Place {
  readonly name: PlaceName;
  /** As in `/api/my/{collection}`, of the document that it is about. */
  readonly collection?: string;
  /** Of the document; of the business that a new one belongs to. */
  readonly id?: string;
}

/** The first part of an address below the root, in each language; an address of the other one is understood as well. */
const WORDS = {
  de: {
    signIn: 'anmelden',
    register: 'registrieren',
    password: 'passwort',
    find: 'suchen',
    claim: 'uebernehmen',
    account: 'konto',
    edit: 'bearbeiten',
    quick: 'schnell',
    new: 'neu',
    people: 'mitwirkende',
    preview: 'vorschau',
  },
  en: {
    signIn: 'sign-in',
    register: 'register',
    password: 'password',
    find: 'find',
    claim: 'claim',
    account: 'account',
    edit: 'edit',
    quick: 'quick',
    new: 'new',
    people: 'people',
    preview: 'preview',
  },
} as const;

export type AppLanguage = keyof typeof WORDS;
export type Roots = Readonly<Record<AppLanguage, string>>;

/** What an address has to say besides the name of the place; another one leads to the start. */
const PARTS: Readonly<Partial<Record<PlaceName, readonly ('collection' | 'id' | 'id?')[]>>> = {
  claim: ['id'],
  edit: ['collection', 'id'],
  quick: ['collection', 'id'],
  new: ['collection', 'id?'],
  people: ['id'],
  preview: ['collection', 'id'],
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not UTF-8: no address of ours.
    return '';
  }
}

function placeOf(name: PlaceName, given: readonly string[]): Place | undefined {
  const parts = PARTS[name] ?? [];
  if (parts.some((part, at) => part !== 'id?' && !given[at])) return undefined;
  const entries = parts.map((part, at) => [part.replace('?', ''), given[at]] as const);
  return { name, ...Object.fromEntries(entries.filter(([, value]) => value)) };
}

/**
 * The place at a path; the start for one that is none.
 * @param path of the address, encoded
 */
export function placeAt(path: string, roots: Roots): Place {
  const root = Object.values(roots).find((one) => path === one || path.startsWith(`${one}/`)) ?? '';
  const [word = '', ...given] = path
    .slice(root.length + 1)
    .split('/')
    .map(decoded);
  const names = Object.values(WORDS).flatMap((words) => Object.entries(words) as [PlaceName, string][]);
  const found = names.find(([, known]) => known === word);
  return (found && placeOf(found[0], given)) ?? { name: 'start' };
}

/** The path of a place in a language. */
export function pathTo({ name, collection, id }: Place, language: AppLanguage, roots: Roots): string {
  const root = roots[language];
  if (name === 'start') return root;
  return [root, WORDS[language][name], collection, id]
    .filter((part) => part !== undefined)
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join('/');
}
