import Negotiator from 'negotiator';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './languages';
import { lookUp } from './look-up';

export { DEFAULT_LANGUAGE, LANGUAGES, type Language };

/** The language a tag asks for: `en-GB` is answered in English (RFC 4647, 3.4). */
export const spoken = (tag: string | null | undefined): Language | undefined => lookUp(tag, LANGUAGES);

/** The language an `Accept-Language` header asks for (RFC 9110, 12.5.4); undefined if it names none of ours. */
export function negotiated(header: string | undefined): Language | undefined {
  const asked = new Negotiator({ headers: { 'accept-language': header } }).languages();
  // Node's own client sends `*`, which expresses no preference.
  return asked.map(spoken).find((language) => language !== undefined);
}

/** The language given for a person or a text; German if there is none. */
export const languageFor = (tag: string | null | undefined): Language => spoken(tag) ?? DEFAULT_LANGUAGE;
