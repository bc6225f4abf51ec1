import ipaddr from 'ipaddr.js';

/** Headers in which proxies describe a forwarded request. */
export type Forwarded = 'x-forwarded-for' | 'x-forwarded-host' | 'x-forwarded-proto';

export const FORWARDED: readonly Forwarded[] = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'];

const SHAPES: Readonly<Record<Forwarded, (value: string) => boolean>> = {
  'x-forwarded-for': (value) => ipaddr.isValid(value),
  'x-forwarded-host': (value) => /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(value),
  'x-forwarded-proto': (value) => /^https?$/i.test(value),
};

/**
 * How many trusted proxies are in front of the application.
 * @param setting of `TRUST_PROXY`: a number; `true` is 1, `false` or nothing 0
 * @throws if it is none of these
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
 * The trustworthy part of such a header. An appending proxy leaves what the client made up in front, so this is the
 * entry written by the outermost trusted proxy: the last but `hops - 1`.
 *
 * @param value the header with all its entries, as Node joins them
 * @returns `undefined` if nothing can be trusted
 */
export function believed(name: Forwarded, value: string, hops: number): string | undefined {
  if (hops < 1) return undefined;
  const entries = value.split(',').map((entry) => entry.trim());
  const entry = entries[Math.max(0, entries.length - hops)];
  return entry !== undefined && SHAPES[name](entry) ? entry : undefined;
}
