// What stands after an address in a text: a bracket, a full stop. And slashes, of which it has none at its end.
const AFTER = /[\s/.,;:!)>\]]/;

/** A text without what stands after it; a pattern with `+$` would begin at each place. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && AFTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A decoded path; `undefined` if it cannot be decoded. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

interface Written {
  readonly path: string;
  /** The path with the query as it came. */
  readonly target: string;
}

/**
 * A request target as we write the addresses of pages: in lower case, nothing encoded that need not be, single slashes and
 * none at the end.
 * @param target as in the request line: `/Betriebe/Rad-Meier/?utm_source=x`
 */
export function writtenTarget(target: string): Written | undefined {
  const mark = target.indexOf('?');
  const [given, query] = mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark)];
  const plain = decoded(given);
  if (plain === undefined || /[\u0000-\u001f\u007f-\u009f\\?#]/.test(plain)) return undefined;
  const segments = withoutEnd(plain.toLowerCase())
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  return segments.some((segment) => segment === '.' || segment === '..')
    ? undefined
    : { path, target: `${path}${query}` };
}
