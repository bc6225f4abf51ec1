import type { Core } from '@strapi/strapi';

/** One call of the document service. */
export interface DocumentCall {
  readonly action: string;
  readonly uid: string;
  readonly contentType: { readonly options?: { readonly draftAndPublish?: boolean } };
  readonly params: {
    readonly documentId?: string;
    readonly locale?: string | readonly string[];
    readonly status?: 'draft' | 'published';
  };
}

/** Calls `next` once and gives back its result. */
export type DocumentMiddleware = (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>;

/** Registers a middleware on all calls of the document service. Strapi's own type is a union over all of them. */
export function useOnDocuments(strapi: Core.Strapi, middleware: DocumentMiddleware): void {
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
}
