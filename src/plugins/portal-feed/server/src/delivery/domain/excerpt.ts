// Enough for a person to see why a receiver refused. The up to 20 kB that are read would fill the log.
const LONGEST = 1_000;

/** The beginning of an answer's body as text that PostgreSQL accepts and a page can show; `null` if empty. */
export function excerptOf(body: Uint8Array): string | null {
  const text = new TextDecoder('utf-8')
    .decode(body.subarray(0, LONGEST * 4))
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  return text === '' ? null : [...text].slice(0, LONGEST).join('');
}
