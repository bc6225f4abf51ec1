/** A file that is to be put into an archive. */
interface Wanted {
  readonly path: string;
  readonly bytes: number;
}

/** Which files an archive gets, and which are too much for it. */
export interface Planned<File> {
  readonly files: readonly File[];
  readonly leftOut: readonly File[];
}

// What Windows does not allow in names, and what other systems would read as part of a path.
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\\/]+/g;
// Enough to recognise a picture; file systems take 255 bytes, and umlauts are two.
const LONGEST = 100;

/** Without dots and blanks at either end, which hide a file or are dropped by Windows. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && '. '.includes(text.charAt(start))) start += 1;
  while (end > start && '. '.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const safePart = (part: string): string => {
  const named = trimmed(part.normalize('NFC').replace(FORBIDDEN, '-'));
  const dot = named.lastIndexOf('.');
  const extension = dot > 0 ? named.slice(dot).slice(0, 10) : '';
  const letters = [...named.slice(0, dot > 0 ? dot : undefined)].slice(0, LONGEST - extension.length);
  return trimmed(`${letters.join('')}${extension}`) || 'x';
};

/** A path that stays within its folder on every system. */
export const safePath = (path: string): string => path.split('/').map(safePart).join('/');

function numbered(path: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  const [stem, extension] = dot > path.lastIndexOf('/') ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}${extension}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/**
 * Chooses files in their order as long as they fit together, and gives each a safe name of its own, also where letter case
 * does not count.
 * @param most bytes in all
 * @param used paths that are taken
 */
export function plannedFiles<File extends Wanted>(
  wanted: readonly File[],
  most: number,
  used: readonly string[] = [],
): Planned<File> {
  const taken = new Set(used.map((path) => path.toLowerCase()));
  const files: File[] = [];
  const leftOut: File[] = [];
  let left = most;
  for (const file of wanted) {
    if (file.bytes > left) {
      leftOut.push(file);
      continue;
    }
    left -= file.bytes;
    const safe = safePath(file.path);
    const path = taken.has(safe.toLowerCase()) ? numbered(safe, taken) : safe;
    taken.add(path.toLowerCase());
    files.push({ ...file, path });
  }
  return { files, leftOut };
}
