// What bytes 0x80 to 0x9f are; all others are as in Latin-1. Not by TextDecoder, which takes Windows-1252 for Latin-1 in
// several releases of Node (nodejs/node#56542). https://encoding.spec.whatwg.org/index-windows-1252.txt
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BYTES: ReadonlyMap<string, number> = new Map(
  [...FROM_80].map((character, at) => [character, 0x80 + at]),
);

/** Bytes as text; every byte is a character. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => FROM_80.charAt(control.charCodeAt(0) - 0x80));

/** The byte of a character; undefined if it has none. */
export const windows1252Byte = (character: string): number | undefined => {
  const known = BYTES.get(character);
  const code = character.codePointAt(0) ?? 0;
  return known ?? (code <= 0xff ? code : undefined);
};
