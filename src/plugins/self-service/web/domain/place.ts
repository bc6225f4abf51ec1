/** Where somebody is in the app. */
export type PlaceName = 'start' | 'signIn' | 'register' | 'password' | 'find' | 'claim' | 'account';

export interface Place {
  readonly name: PlaceName;
  /** Of the document that it is about. */
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
  },
  en: {
    signIn: 'sign-in',
    register: 'register',
    password: 'password',
    find: 'find',
    claim: 'claim',
    account: 'account',
  },
} as const;

export type AppLanguage = keyof typeof WORDS;
export type Roots = Readonly<Record<AppLanguage, string>>;

const ABOUT_ONE: ReadonlySet<PlaceName> = new Set<PlaceName>(['claim']);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not UTF-8: no address of ours.
    return '';
  }
}

/**
 * The place at a path; the start for one that is none.
 * @param path of the address, encoded
 */
export function placeAt(path: string, roots: Roots): Place {
  const root = Object.values(roots).find((one) => path === one || path.startsWith(`${one}/`)) ?? '';
  const [word = '', id = ''] = path
    .slice(root.length + 1)
    .split('/')
    .map(decoded);
  for (const words of Object.values(WORDS))
    for (const [name, known] of Object.entries(words) as [Exclude<PlaceName, 'start'>, string][])
      if (known === word && (id !== '' || !ABOUT_ONE.has(name))) return id ? { name, id } : { name };
  return { name: 'start' };
}

/** The path of a place in a language. */
export function pathTo({ name, id }: Place, language: AppLanguage, roots: Roots): string {
  const root = roots[language];
  if (name === 'start') return root;
  const path = `${root}/${WORDS[language][name]}`;
  return id === undefined ? path : `${path}/${encodeURIComponent(id)}`;
}
