import type { de } from './de';

/** Everything that is said in one language, room by room. A key that is missing or too many does not compile. */
export type Catalogue = typeof de;

/** A stable code of a refusal: what a program compares, whatever the language. Listed in docs/api.md. */
export type Code = keyof Catalogue['refusals'];
