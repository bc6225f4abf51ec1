// Row numbers, document ids, UUIDs, and the tags of languages. No address, name or sentence is like that.
const ID = /^(?:\d{1,19}|[a-z0-9]{20,32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const LANGUAGE = /^[a-z]{2}(?:-[A-Z]{2})?$/;

/** @throws if a mail's reference holds anything but ids and a language */
export function assertIdsOnly(mail: string, ref: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(ref)) {
    const isId = /Id$/.test(key) && ID.test(String(value));
    const isLanguage = key === 'language' && LANGUAGE.test(String(value));
    // Not the value: it may be what must not be written anywhere.
    if (!isId && !isLanguage) throw new Error(`The mail ${mail} may hold only ids, and ${key} is none.`);
  }
}
