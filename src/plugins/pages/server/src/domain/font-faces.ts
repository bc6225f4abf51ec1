/** A file of the font, and the characters that are in it. */
export interface FontFile {
  readonly url: string;
  /** As CSS writes it: `U+0000-00FF, …` */
  readonly characters: string;
}

/** A font that a device may have, shown until ours is there. */
interface StandIn {
  readonly name: string;
  /** What devices call it; the first that is there is taken. */
  readonly local: readonly string[];
  readonly weight: string;
  /** How wide its letters are beside those of its size, in German text. */
  readonly width: number;
}

export const FONT = 'Source Sans 3';

// Its letters are small for their size; so large they are as tall as those of the fonts that devices have (x-height).
const ENLARGED = 1.06;
// Of Source Sans 3.052, in units of its size: the width of letters in German text, and how far lines reach up and down.
const WIDTH = { normal: 0.4205, bold: 0.4453 };
const [ASCENT, DESCENT] = [1.024, 0.4];

// Widths as capsize and the fonts' own tables have them. A bold one has its row if it is wider than ours becomes.
const STAND_INS: readonly StandIn[] = [
  {
    name: 'Like Arial',
    local: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
    weight: '100 900',
    width: 0.4484,
  },
  { name: 'Like Roboto', local: ['Roboto'], weight: '100 900', width: 0.4475 },
  { name: 'Like DejaVu', local: ['DejaVu Sans'], weight: '100 500', width: 0.5117 },
  { name: 'Like DejaVu', local: ['DejaVu Sans Bold', 'DejaVuSans-Bold'], weight: '600 900', width: 0.5799 },
];

const percent = (ratio: number): string => `${(ratio * 100).toFixed(2)}%`;

const rule = (lines: readonly string[]): string =>
  ['@font-face {', ...lines.map((line) => `  ${line};`), '}'].join('\n');

function standIn({ name, local, weight, width }: StandIn): string {
  const own = weight.startsWith('6') ? WIDTH.bold : WIDTH.normal;
  const adjusted = (own * ENLARGED) / width;
  return rule([
    `font-family: '${name}'`,
    `src: ${local.map((one) => `local('${one}')`).join(', ')}`,
    `font-weight: ${weight}`,
    `size-adjust: ${percent(adjusted)}`,
    // They are adjusted with the size.
    `ascent-override: ${percent((ASCENT * ENLARGED) / adjusted)}`,
    `descent-override: ${percent((DESCENT * ENLARGED) / adjusted)}`,
    'line-gap-override: 0%',
  ]);
}

const ownFace = ({ url, characters }: FontFile): string =>
  rule([
    `font-family: '${FONT}'`,
    `src: url('${url}') format('woff2')`,
    'font-weight: 200 900',
    // Text is read at once, in a font that is as wide; so nothing moves when ours comes.
    'font-display: swap',
    `size-adjust: ${percent(ENLARGED)}`,
    `unicode-range: ${characters}`,
  ]);

/**
 * The rules of a style sheet that bring the font of the pages, and fonts of the device that stand in for it until it is
 * there: made as wide and as high as it is, so that nothing moves (layout shift) when it comes.
 * @param licence the address of its licence
 */
export const fontFaces = (files: readonly FontFile[], licence: string): string =>
  [
    `/* Source Sans 3, (c) 2023 Adobe, with Reserved Font Name 'Source'. SIL Open Font License 1.1: ${licence} */`,
    ...files.map(ownFace),
    ...STAND_INS.map(standIn),
    '',
  ].join('\n');
