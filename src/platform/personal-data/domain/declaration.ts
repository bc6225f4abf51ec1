import type { Language } from '#src/languages/language';

/** A text in each language. */
export type ByLanguage = Readonly<Record<Language, string>>;

/** What is kept although somebody is erased. */
export interface Kept {
  readonly what: ByLanguage;
  /** The legal ground, by its paragraph where there is one. */
  readonly why: ByLanguage;
  readonly until: ByLanguage;
}

/** An entry of the record of processing activities (GDPR, Art. 30 (1)). */
export interface Declaration {
  /** Stable, in kebab-case. */
  readonly name: string;
  /** The kinds of data. */
  readonly what: ByLanguage;
  /** The kinds of people. */
  readonly whose: ByLanguage;
  readonly purpose: ByLanguage;
  /** With article and paragraph. */
  readonly legalBasis: ByLanguage;
  /** Who gets to see them, besides the operator. */
  readonly recipients: ByLanguage;
  /** When they are deleted without anybody asking. */
  readonly deleted: ByLanguage;
  /** `schema.table`; `public` is Strapi's. */
  readonly tables: readonly string[];
  /** What erasure leaves; often nothing. */
  readonly keeps: readonly Kept[];
}
