import type { Core } from '@strapi/strapi';
import type { Entry } from '../domain/listing';

/** A value that is computed from a document whenever it is read, and never stored. */
export interface DerivedField {
  /** JSON Schema (2020-12) of the value; OpenAPI and GraphQL types are derived from it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The stored attributes from which it is computed. `documentId` and `locale` are always available. */
  readonly from: readonly string[];
  /**
   * @param documents published documents of the type; several, so that one statement can serve a list
   * @returns a value for each, in the same order
   */
  readonly compute: (
    strapi: Core.Strapi,
    documents: readonly Entry[],
    now: Date,
  ) => readonly unknown[] | Promise<readonly unknown[]>;
}

export type DerivedFields = Readonly<Record<string, DerivedField>>;
