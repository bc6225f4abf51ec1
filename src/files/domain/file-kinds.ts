interface Kind {
  /** The first bytes, one character each. */
  readonly begins: RegExp;
  /** The file extensions allowed for it. */
  readonly endings: readonly string[];
}

/** The media types that may be stored, judged by their bytes. */
const KINDS: Readonly<Record<string, Kind>> = {
  // ITU-T T.81: start of image, and the next marker.
  'image/jpeg': { begins: /^\xff\xd8\xff/, endings: ['.jpg', '.jpeg', '.jpe'] },
  // PNG, 5.2; IHDR comes first (5.6).
  'image/png': { begins: /^\x89PNG\r\n\x1a\n[^]{4}IHDR/, endings: ['.png'] },
  // RFC 9649, 2.3 and 2.4
  'image/webp': { begins: /^RIFF[^]{4}WEBP/, endings: ['.webp'] },
  // ISO 32000-2, 7.5.2
  'application/pdf': { begins: /^%PDF-\d/, endings: ['.pdf'] },
};

/** In the form that the upload plugin's configuration expects. */
export const STORED_TYPES: readonly string[] = Object.keys(KINDS);

/** How many of the first bytes `isStorable` needs. */
export const HEAD_BYTES = 16;

/**
 * Whether a file may be stored. Browsers get its media type by its extension, so the two have to agree.
 *
 * @param head the first bytes; fewer if the file has no more
 * @param name given by the sender; without an extension it gets that of its type
 */
export function isStorable(head: Buffer, name: string): boolean {
  const bytes = head.toString('latin1');
  const kind = Object.values(KINDS).find(({ begins }) => begins.test(bytes));
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase();
  return kind !== undefined && (ending === undefined || kind.endings.includes(ending));
}
