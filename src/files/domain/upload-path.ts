const FOLDER = '/uploads/';

/** The path as a file server reads it: decoded once, `//`, `.` and `..` resolved, `\` read as `/`. */
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
 * Whether a path leads into the upload folder, however it is spelled. The file server behind accepts many spellings
 * (`/%75ploads/`, `//uploads/`, `/x/../uploads/`), and a file system may ignore case.
 */
export function isBelowUploads(path: string): boolean {
  const resolved = resolvedPath(path);
  return resolved !== undefined && /^\/uploads(\/|$)/i.test(resolved);
}

/** The name of the file that a request's path asks for; `undefined` unless it is directly in the upload folder. */
export function uploadName(path: string): string | undefined {
  const resolved = resolvedPath(path);
  const name = path.startsWith(FOLDER) ? resolved?.slice(FOLDER.length) : undefined;
  return name && decodeURIComponent(path) === `${FOLDER}${name}` && !name.includes('/') ? name : undefined;
}

/** The file name in an address written by the media library; `undefined` for any other text. */
export const nameInAddress = (text: string): string | undefined => /^\/uploads\/([^/\\?#]+)$/.exec(text)?.[1];
