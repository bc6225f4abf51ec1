/** The encodings of a cached answer, including plain bytes. */
export type Encoding = 'identity' | 'br' | 'gzip';

const weightOf = (parameters: readonly string[]): number => {
  const q = parameters.map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  return q === undefined ? 1 : Number(q);
};

function weights(header: string): Map<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';');
      return [coding.trim().toLowerCase(), weightOf(parameters)] as const;
    }),
  );
}

// What browsers, proxies and fetch() send: nearly all requests, handled without parsing.
const USUAL: ReadonlyMap<string, Encoding> = new Map([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br, gzip, deflate', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['identity', 'identity'],
]);

/**
 * The encoding for an answer (RFC 9110, 12.5.3): brotli before gzip if both have the same weight; plain bytes if the
 * request does not ask for one, or only for others.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const usual = USUAL.get(header);
  if (usual) return usual;
  const wanted = weights(header);
  const any = wanted.get('*') ?? 0;
  const br = wanted.get('br') ?? any;
  const gzip = wanted.get('gzip') ?? wanted.get('x-gzip') ?? any;
  if (br <= 0 && gzip <= 0) return 'identity';
  const best = br >= gzip ? 'br' : 'gzip';
  return (wanted.get('identity') ?? 0) > Math.max(br, gzip) ? 'identity' : best;
}
