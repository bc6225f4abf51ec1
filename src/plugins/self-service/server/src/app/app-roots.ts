import type { Language } from '#src/languages/language';

/** Where the app begins, by language. */
export const ROOTS: Readonly<Record<Language, string>> = { de: '/mein-betrieb', en: '/en/my-business' };
