/** What may be stored, by what the bytes are, and the endings a name may have then. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
};

/** As the upload plugin's configuration wants them. */
export const STORED_TYPES: readonly string[] = Object.keys(ENDINGS);

/**
 * Whether a file may be stored. It is sent to browsers by the ending of its name, so the two have to agree.
 *
 * @param found the media type that the bytes show; `undefined` where they show none
 * @param name as the sender calls it; without an ending it gets the one of the type
 */
export function isStorable(found: string | undefined, name: string): boolean {
  if (found === undefined || !Object.hasOwn(ENDINGS, found)) return false;
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase();
  return ending === undefined || (ENDINGS[found] ?? []).includes(ending);
}
