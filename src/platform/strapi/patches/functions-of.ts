import { noLonger } from '../no-longer';

/**
 * The part of Strapi that a patch wraps, typed as the patch uses it. Checked once, while the server starts, so that an
 * upgrade that has changed it ends the start, not a request.
 *
 * @param patch the file in this folder
 * @param what names it in the message
 * @throws Error, which ends the start, if one of the functions is missing
 */
export function functionsOf<Known extends object>(
  patch: string,
  what: string,
  found: unknown,
  ...names: readonly (keyof Known & string)[]
): Known {
  const has = (name: string): boolean =>
    typeof (found as Record<string, unknown> | null)?.[name] === 'function';
  const missing = names.find((name) => !has(name));
  if (missing !== undefined) throw goneFrom(patch, `${what} has no ${missing}()`);
  return found as Known;
}

/** Ends the start: Strapi is no longer what a patch expects. */
export const goneFrom = (patch: string, sentence: string): Error =>
  noLonger(`src/platform/strapi/patches/${patch}.ts`, sentence);
