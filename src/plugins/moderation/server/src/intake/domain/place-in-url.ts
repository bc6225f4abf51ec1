import { parseUrl } from '#src/domain/parse-url';

/** What an address that somebody reports leads to. */
export type PlaceInUrl =
  | { readonly is: 'listing'; readonly type: string; readonly slug: string }
  /** A page of ours, but not of a listing. */
  | { readonly is: 'page' }
  | { readonly is: 'elsewhere' };

interface Ours {
  /** Where listings are read, with `{type}` and `{slug}` in its path. */
  readonly template: string;
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

/** Reads a public address. @returns `elsewhere` also for what is no address */
export function placeInUrl(url: string, { template, bases }: Ours): PlaceInUrl {
  const [asked, listings] = [parseUrl(url), new URL(template)];
  if (!asked || ![template, ...bases].some((base) => parseUrl(base)?.origin === asked.origin))
    return { is: 'elsewhere' };
  const [pattern, path] = [segmentsOf(listings.pathname), segmentsOf(asked.pathname)];
  const found: Record<string, string> = {};
  const matches =
    asked.origin === listings.origin &&
    pattern.length === path.length &&
    pattern.every((part, at) => {
      const given = path[at] ?? '';
      if (part !== '{type}' && part !== '{slug}') return part === given;
      found[part] = given;
      return true;
    });
  const { '{type}': type, '{slug}': slug } = found;
  return matches && type !== undefined && slug !== undefined ? { is: 'listing', type, slug } : { is: 'page' };
}
