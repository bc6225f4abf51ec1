/**
 * Spellings of German place names, reduced so that variants compare equal:
 * case, umlauts (ae/ä, ss/ß), "St."/"Sankt", punctuation, titles such as "Stadt" or "Hansestadt" in front.
 */

const FOLDED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

// Abbreviations that mean the same word wherever they occur.
const WORDS: Record<string, string> = {
  st: 'sankt',
  skt: 'sankt',
  gr: 'gross',
  kl: 'klein',
  luth: 'lutherstadt',
};

// Words that join a qualifier to a name: "Lauf an der Pegnitz", "Rothenburg o. d. T.".
const CONNECTIVES = new Set([
  ...['an', 'am', 'auf', 'bei', 'beim', 'im', 'in', 'ob', 'vor', 'unter', 'der', 'dem', 'den', 'und'],
  ...['a', 'b', 'd', 'i', 'o', 'v', 'u'],
]);

const TITLES = new Set([
  ...[
    'stadt',
    'gemeinde',
    'landeshauptstadt',
    'hansestadt',
    'universitaetsstadt',
    'kreisstadt',
    'lutherstadt',
  ],
  ...['markt', 'flecken', 'seebad', 'ostseebad', 'nordseebad', 'kurort', 'landkreis'],
]);

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

const words = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

const withoutTitle = (tokens: string[]): string[] =>
  tokens.length > 1 && TITLES.has(tokens[0] ?? '') ? tokens.slice(1) : tokens;

/** The words that carry a name's meaning, in order: "Lauf a.d.Pegnitz" gives lauf, pegnitz. */
export const significantWords = (name: string): string[] => {
  const [head, ...rest] = withoutTitle(words(name).map((word) => WORDS[word] ?? word));
  return head === undefined ? [] : [head, ...rest.filter((word) => !CONNECTIVES.has(word))];
};

/** How many of a name's significant words come before its qualifier: 1 for "Menden (Sauerland)", 2 for "Castrop-Rauxel". */
export const headLength = (name: string): number => {
  const head = name.split(/[(/,]|\s(?:an|am|auf|bei|beim|im|in|ob|vor|unter|a|b|i|o|v|u)\b\.?/i)[0] ?? '';
  return Math.max(1, significantWords(head).length);
};

/** One key for all spellings of the same full name. */
export const nameKey = (name: string): string => significantWords(name).join('');
