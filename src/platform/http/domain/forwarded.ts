import ipaddr from 'ipaddr.js';

/** What proxies say of a request they hand on. */
export type Forwarded = 'x-forwarded-for' | 'x-forwarded-host' | 'x-forwarded-proto';

export const FORWARDED: readonly Forwarded[] = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

const SHAPES: Readonly<Record<Forwarded, (value: string) => boolean>> = {
  'x-forwarded-for': (value) => ipaddr.isValid(value),
  'x-forwarded-host': (value) => /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(value),
  'x-forwarded-proto': (value) => /^https?$/i.test(value),
};

/**
 * How many proxies stand before the application, each of which may be believed.
 * @param setting of `TRUST_PROXY`: a number; `true` is 1, `false` or nothing 0
 * @throws when it is none of them
 */
export function trustedHops(setting: string | undefined): number {
  const text = (setting ?? '').trim().toLowerCase();
  if (text === 'true') return 1;
  if (text === '' || text === 'false') return 0;
  if (/^\d$/.test(text)) return Number(text);
  throw new Error(
    'TRUST_PROXY is the number of reverse proxies before the application, e.g. 1; 0 where there is none.',
  );
}

/**
 * What may be believed of such a header. A proxy that appends leaves what the client made up in front, so it is the
 * entry that the outermost of the trusted proxies wrote: the last but `hops - 1`.
 *
 * @param value the header with all its entries, as Node joins them
 * @returns `undefined` where there is nothing to believe
 */
export function believed(name: Forwarded, value: string, hops: number): string | undefined {
  if (hops < 1) return undefined;
  const entries = value.split(',').map((entry) => entry.trim());
  const entry = entries[Math.max(0, entries.length - hops)];
  return entry !== undefined && SHAPES[name](entry) ? entry : undefined;
}
