/** A colour as a city writes it: `#0a4f8a`. */
export type Colour = `#${string}`;

/** The two colours of a city, as far as it has set them. */
export interface CityColours {
  /** Links and buttons. */
  readonly main?: Colour;
  /** The bar at the top; without it, that of links. */
  readonly second?: Colour;
}

type Channels = readonly [red: number, green: number, blue: number];

const COLOUR = /^#[0-9a-f]{6}$/i;

export const isColour = (value: unknown): value is Colour => typeof value === 'string' && COLOUR.test(value);

const channelsOf = (colour: Colour): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

const written = (channels: Channels): Colour =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, 1.4.3: for text. */
export const READABLE = 4.5;

const STEPS = 50;

/** The colour nearest to a city's own that is read on all of the papers: as much darker or lighter as it needs. */
export function readableOn(colour: Colour, papers: readonly Colour[]): Colour {
  const isReadable = (one: Colour): boolean => papers.every((paper) => contrast(one, paper) >= READABLE);
  const end = papers.every((paper) => luminance(paper) > 0.5) ? 0 : 255;
  const own = channelsOf(colour);
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = written(
      own.map((channel) => channel + ((end - channel) * step) / STEPS) as unknown as Channels,
    );
    if (isReadable(mixed)) return mixed;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/** The papers of pages.css, on which links are read: page, bands, notices, what went wrong and what was done. */
export const PAPERS = {
  light: ['#ffffff', '#f3f5f8', '#eef4fa'],
  dark: ['#12171e', '#1a212b', '#17283a'],
} as const satisfies Readonly<Record<string, readonly Colour[]>>;

/** What is written on a button in a colour: the paper of the page, which the colour is read on as well. */
const tokensOf = (main: Colour, second: Colour | undefined, papers: readonly Colour[]): string => {
  const accent = readableOn(main, papers);
  const [paper = '#ffffff'] = papers;
  return `--accent: ${accent}; --on-accent: ${paper}; --bar: ${second ?? accent};`;
};

/**
 * The design tokens of a city, to go behind those of pages.css: whatever colours it has, what is written in them can be
 * read, in light and dark.
 */
export function cityTokens({ main, second }: CityColours): string {
  if (main === undefined && second === undefined) return '';
  const rules = (papers: readonly Colour[]): string =>
    main === undefined ? `--bar: ${second ?? ''};` : tokensOf(main, second, papers);
  return [
    `:root { ${rules(PAPERS.light)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${rules(PAPERS.dark)} } }`,
    '',
  ].join('\n');
}

/** The colours in the query of a style sheet's address. */
export const coloursIn = (query: URLSearchParams): CityColours => {
  const read = (name: string): Colour | undefined => {
    const colour = `#${query.get(name) ?? ''}`;
    return isColour(colour) ? (colour.toLowerCase() as Colour) : undefined;
  };
  const [main, second] = [read('main'), read('second')];
  return { ...(main ? { main } : {}), ...(second ? { second } : {}) };
};

/** The same as a query, with a `?`, or nothing. */
export function queryOf(colours: CityColours): string {
  const query = new URLSearchParams(
    Object.entries(colours).map(([name, colour]: [string, Colour]): [string, string] => [
      name,
      colour.slice(1).toLowerCase(),
    ]),
  ).toString();
  return query === '' ? '' : `?${query}`;
}
