import type { de } from './de';

/** Every sentence in one language, grouped by where it is read. A missing or surplus key does not compile. */
export type Catalogue = typeof de;

/** The stable code of a refusal, for programs to compare in any language. Listed in docs/api.md. */
export type Code = keyof Catalogue['refusals'];
