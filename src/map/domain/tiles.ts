import { parseUrl } from '#src/domain/parse-url';

/** Pictures of a map from a tile server. */
export interface Tiles {
  /** With `{z}`, `{x}` and `{y}`. */
  readonly url: string;
  readonly credit?: string;
  /** For the content security policy; `undefined`: they come from here. */
  readonly origin: string | undefined;
}

const NEEDED = ['{z}', '{x}', '{y}'];

const HINT =
  'It has to be an https address, or a path here, with {z}, {x} and {y}, such as https://tiles.example.de/{z}/{x}/{y}.png';

/**
 * The tile server of an installation, from `MAP_TILES_URL` and `MAP_TILES_CREDIT`.
 * @returns nothing where none is set
 * @throws Error which says what is wrong
 */
export function readTiles(url: string | undefined, credit: string | undefined): Tiles | undefined {
  const given = url?.trim();
  if (!given) return undefined;
  const named = credit?.trim();
  const wrong = (): Error => new Error(`MAP_TILES_URL is "${given}". ${HINT}`);
  const others = given.replace(/\{[zxyr]\}/g, '');
  if (!NEEDED.every((name) => given.includes(name)) || /[{}\s"';,]/.test(others)) throw wrong();
  const tiles = { url: given, ...(named ? { credit: named } : {}) };
  if (/^\/(?!\/)/.test(given)) return { ...tiles, origin: undefined };
  // Who reads on an encrypted page loads no pictures that are not.
  const host = /^https:\/\/[^/{}]+(?=\/)/.exec(given)?.[0];
  const origin = host === undefined ? undefined : parseUrl(host)?.origin;
  if (origin === undefined) throw wrong();
  return { ...tiles, origin };
}
