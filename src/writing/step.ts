import type { Core } from '@strapi/strapi';
import type { Entry, Model } from '../platform/strapi/schema';

/** One call of the document service; steps may change its data. */
export interface DocumentCall {
  readonly action: string;
  readonly uid: string;
  readonly contentType: Model;
  readonly params: {
    readonly documentId?: string;
    data?: Entry;
    /** Absent for the default locale, `*` for all; several in the content manager's bulk actions. */
    readonly locale?: string | string[] | null;
    readonly status?: 'draft' | 'published';
  };
}

export type Next = () => Promise<unknown>;

/** What a call has written. */
export interface Written {
  /** For a clone, the new document. */
  readonly documentId: string;
  /** The rows that the document service returned. */
  readonly entryIds: readonly number[];
}

/** Something that every call of certain kinds goes through, whatever made the call. */
export interface Step {
  /** Stable, since other steps are placed by it. */
  readonly name: string;
  /** Asked once for each type and action, not for each call. */
  appliesTo(strapi: Core.Strapi, kind: Pick<DocumentCall, 'uid' | 'action' | 'contentType'>): boolean;
  /** Refuses the call by throwing, or brings its data into form. */
  before?(strapi: Core.Strapi, call: DocumentCall): Promise<void> | void;
  /** Work that belongs to the write and is done after it, in its transaction; throwing undoes both. */
  after?(strapi: Core.Strapi, call: DocumentCall, written: Written): Promise<void>;
  /** For work that is not just before or after: calls `next` once and returns its result. */
  around?(strapi: Core.Strapi, call: DocumentCall, next: Next): Promise<unknown>;
}

/** Everything that changes a document. */
export const WRITES: ReadonlySet<string> = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);

/** Those that bring data. */
export const WRITES_DATA: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

/** What a call has written; `undefined` if it found nothing to write. */
export function writtenBy(call: DocumentCall, result: unknown): Written | undefined {
  const { documentId, entries, id } = (result ?? {}) as {
    documentId?: unknown;
    entries?: readonly { id: number }[];
    id?: number;
  };
  const written = typeof documentId === 'string' ? documentId : call.params.documentId;
  if (written === undefined) return undefined;
  // `publish` returns its entries, `create` and `update` return one.
  return {
    documentId: written,
    entryIds: entries?.map((entry) => entry.id) ?? (id === undefined ? [] : [id]),
  };
}
