import type { EventData } from './feed-event';
import { isObject } from '#src/domain/is-object';

type Node = Readonly<Record<string, unknown>>;

// Every other object in a listing has an `@type`, which is not a language.
const isLanguageMap = (node: Node, locales: readonly string[]): boolean => {
  const keys = Object.keys(node);
  return keys.length > 0 && keys.every((key) => locales.includes(key));
};

function pick(value: unknown, from: readonly string[], wanted: readonly string[]): unknown {
  if (Array.isArray(value))
    return value.map((item) => pick(item, from, wanted)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  if (isLanguageMap(value, from)) {
    const kept = Object.entries(value).filter(([locale]) => wanted.includes(locale));
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  const entries = Object.entries(value).map(([key, child]) =>
    key === '@context' ? [key, child] : [key, pick(child, from, wanted)],
  );
  return Object.fromEntries(entries.filter(([, child]) => child !== undefined)) as Node;
}

/**
 * Only the texts in these languages. Anything without a text in them (a note, a caption) is left out.
 * @param wanted BCP 47; empty for all
 */
export function inLocales(data: EventData, wanted: readonly string[]): EventData {
  const locales = data.locales.filter((locale) => wanted.length === 0 || wanted.includes(locale));
  if (locales.length === data.locales.length) return data;
  return { ...data, locales, listing: pick(data.listing, data.locales, locales) as Node };
}
