import { parseUrl } from '#src/domain/parse-url';
import type { Entry } from '#src/listing/index';
import { text } from '#src/listing/domain/schema-org/read';

// What the directory answers was checked when it was written; here values are only narrowed to their types.
export { many, number, one, text } from '#src/listing/domain/schema-org/read';
export type { Entry };

/** An address of the web that a link may lead to. */
export function webAddress(entry: Entry | undefined, name: string): string | undefined {
  const value = text(entry, name);
  const url = value === undefined ? undefined : parseUrl(value);
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
}

/** A web address as people write it. */
export function shortAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
}
