// Soft hyphens, zero-width spaces and joiners, directional marks, byte order marks: they come along when something is
// copied from a web page, a PDF or a telephone's contacts.
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// Joiners have a meaning between emoji, and between letters of scripts whose letters connect.
const MEANT = /(?<=[\p{Extended_Pictographic}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}])[\u200c\u200d]$/u;

/** A value that programs read (numbers, addresses) without characters that nobody sees. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** The same for a text that people read: joiners that belong to it stay. */
export const withoutInvisibleInText = (text: string): string =>
  text.replace(INVISIBLE, (mark, at: number) =>
    MEANT.test(text.slice(Math.max(at - 2, 0), at + 1)) ? mark : '',
  );
