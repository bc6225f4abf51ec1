const FOLDER = '/uploads/';

/** As a file server reads it: decoded once, `//`, `.` and `..` resolved, `\` taken for `/`. */
function resolvedPath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  const parts: string[] = [];
  for (const part of decoded.split(/[/\\]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * Whether a path leads into the folder of uploads, however it is spelled. The file server behind knows it by many
 * spellings (`/%75ploads/`, `//uploads/`, `/x/../uploads/`), and a file system may ignore case.
 */
export function isBelowUploads(path: string): boolean {
  const resolved = resolvedPath(path);
  return resolved !== undefined && /^\/uploads(\/|$)/i.test(resolved);
}

/** The name of the file that the path of a request asks for; `undefined` when it is not one step below the folder. */
export function uploadName(path: string): string | undefined {
  const resolved = resolvedPath(path);
  const name = path.startsWith(FOLDER) ? resolved?.slice(FOLDER.length) : undefined;
  return name && decodeURIComponent(path) === `${FOLDER}${name}` && !name.includes('/') ? name : undefined;
}

/** The name in an address as the media library writes it, `undefined` for every other text. */
export const nameInAddress = (text: string): string | undefined => /^\/uploads\/([^/\\?#]+)$/.exec(text)?.[1];
