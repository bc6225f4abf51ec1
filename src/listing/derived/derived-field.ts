import type { Core } from '@strapi/strapi';
import type { Entry } from '../listing';

/** A value that is computed from a document whenever somebody asks, and stored nowhere. */
export interface DerivedField {
  /** JSON Schema (2020-12) of the value; OpenAPI and GraphQL are made of it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The stored attributes that it is computed from. `documentId` and `locale` are always there. */
  readonly from: readonly string[];
  /**
   * @param documents of the type, published; several, so that one statement can serve a list
   * @returns a value for each, in their order
   */
  readonly compute: (
    strapi: Core.Strapi,
    documents: readonly Entry[],
    now: Date,
  ) => readonly unknown[] | Promise<readonly unknown[]>;
}

export type DerivedFields = Readonly<Record<string, DerivedField>>;
