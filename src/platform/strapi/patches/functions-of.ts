/**
 * What of Strapi a patch wraps, as far as the patch knows it. Asked for once, while the server starts, so that an upgrade
 * which has changed it ends the start and not a request.
 *
 * @param patch the file in this folder
 * @param what of Strapi it is, for the sentence
 * @throws Error that ends the start, where it lacks one of the functions
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

/** The end of a start: Strapi is no longer as a patch knows it. */
export const goneFrom = (patch: string, sentence: string): Error =>
  new Error(`${sentence} any more. Check src/platform/strapi/patches/${patch}.ts and docs/strapi.md.`);
