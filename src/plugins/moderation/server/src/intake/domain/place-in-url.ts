import { parseUrl } from '#src/domain/parse-url';

/** What an address that somebody reports leads to. */
export type PlaceInUrl =
  | { readonly is: 'listing'; readonly type: string; readonly slug: string }
  /** A page of ours, but not of a listing. */
  | { readonly is: 'page' }
  | { readonly is: 'elsewhere' };

interface Ours {
  /** Where listings are read, with `{slug}` in its path. */
  readonly templates: readonly { readonly type: string; readonly template: string }[];
  /** Addresses of this installation and its websites; only their origins count. */
  readonly bases: readonly string[];
}

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const segmentsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);

/** The slug in an address that is of a template. */
function slugIn(asked: URL, template: string): string | undefined {
  const listings = new URL(template);
  if (asked.origin !== listings.origin) return undefined;
  const [pattern, path] = [segmentsOf(listings.pathname), segmentsOf(asked.pathname)];
  const isLike = (part: string, at: number): boolean => part === '{slug}' || part === path[at];
  return pattern.length === path.length && pattern.every(isLike)
    ? path[pattern.indexOf('{slug}')]
    : undefined;
}

/** Reads a public address. @returns `elsewhere` also for what is no address */
export function placeInUrl(url: string, { templates, bases }: Ours): PlaceInUrl {
  const asked = parseUrl(url);
  const ours = [...templates.map(({ template }) => template), ...bases];
  if (!asked || !ours.some((base) => parseUrl(base)?.origin === asked.origin)) return { is: 'elsewhere' };
  const found = templates.flatMap(({ type, template }) => {
    const slug = slugIn(asked, template);
    return slug === undefined ? [] : [{ type, slug }];
  });
  const [only] = found;
  // Of addresses that do not say the type, we cannot tell.
  return only && found.every(({ type }) => type === only.type) ? { is: 'listing', ...only } : { is: 'page' };
}
