import type { Core } from '@strapi/strapi';
import type { Entry, Model } from '../platform/strapi/schema';

/** One call of the document service, as middlewares see it; they may change its data. */
export interface DocumentCall {
  readonly action: string;
  readonly uid: string;
  readonly contentType: Model;
  readonly params: {
    readonly documentId?: string;
    data?: Entry;
    /** Absent: the default locale. `*`: all. Several in the content manager's bulk actions. */
    readonly locale?: string | string[] | null;
    readonly status?: 'draft' | 'published';
    /** Code that writes for a contributor says so; whatever else is said here is not believed. */
    readonly actor?: string;
  };
}

export type Next = () => Promise<unknown>;

/** Calls `next` once and gives back its result. */
export type DocumentMiddleware = (call: DocumentCall, next: Next) => Promise<unknown>;

/**
 * Registers a middleware on all calls of the document service: the one place where we do. Strapi's own type is a union
 * over all of them.
 */
export function useOnDocuments(strapi: Core.Strapi, middleware: DocumentMiddleware): void {
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
}
