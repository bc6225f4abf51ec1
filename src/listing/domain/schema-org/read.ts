import type { Entry } from '../listing';
import { isObject } from '#src/domain/is-object';

// Entries were checked when they were written; here values are only narrowed to their types.

export const text = (entry: Entry | undefined, name: string): string | undefined => {
  const value = entry?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

// What a URI may consist of (RFC 3986): an address that has nothing else is passed on as it is.
const URI =
  /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i;

/**
 * A web address as a URI: host names with umlauts in their ASCII form (RFC 5891), other characters percent-encoded. People
 * type IRIs, and validators of `format: uri` refuse them.
 */
export const uri = (entry: Entry | undefined, name: string): string | undefined => {
  const value = text(entry, name);
  if (value === undefined || URI.test(value)) return value;
  try {
    const [before = '', ...fragment] = new URL(value).href
      .replace(/%(?![0-9a-f]{2})|[[\]]/gi, (character) => encodeURIComponent(character))
      .split('#');
    return fragment.length === 0 ? before : `${before}#${fragment.join('%23')}`;
  } catch (error) {
    // What is no address at all: none is better than a wrong one.
    if ((error as { code?: string }).code === 'ERR_INVALID_URL') return undefined;
    throw error;
  }
};

export const number = (entry: Entry | undefined, name: string): number | undefined => {
  const value = entry?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const one = (entry: Entry | undefined, name: string): Entry | undefined => {
  const value = entry?.[name];
  return isObject(value) ? value : undefined;
};

export const many = (entry: Entry | undefined, name: string): readonly Entry[] => {
  const value = entry?.[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** A moment as ISO 8601 in UTC. */
export const instant = (entry: Entry, name: string): string | undefined => {
  const value = entry[name];
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
