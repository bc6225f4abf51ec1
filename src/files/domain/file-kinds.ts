/** The media types that may be stored (judged by their bytes), each with the file extensions allowed for it. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
};

/** In the form that the upload plugin's configuration expects. */
export const STORED_TYPES: readonly string[] = Object.keys(ENDINGS);

/**
 * Whether a file may be stored. Browsers get its media type by its extension, so the two have to agree.
 *
 * @param found the media type that the bytes show; `undefined` if they show none
 * @param name given by the sender; without an extension it gets that of its type
 */
export function isStorable(found: string | undefined, name: string): boolean {
  if (found === undefined || !Object.hasOwn(ENDINGS, found)) return false;
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase();
  return ending === undefined || (ENDINGS[found] ?? []).includes(ending);
}
