import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

/** What the panel has and its types do not tell, or tell otherwise: each cast once, for all plugins (docs/strapi.md). */

/** The content manager, where others add to its forms and lists. */
interface ContentManager {
  readonly apis: {
    addDocumentAction<Action>(change: (actions: Action[]) => Action[]): void;
    addEditViewSidePanel(change: (panels: unknown[]) => unknown[]): void;
  };
  injectComponent(
    view: 'editView',
    zone: 'right-links',
    component: { name: string; Component: unknown },
  ): void;
}

export const contentManagerOf = (app: StrapiApp): ContentManager =>
  app.getPlugin('content-manager') as unknown as ContentManager;

/** How the content manager's forms read a document: what is kept of it, and a way to read again. */
interface DocumentReading<Name, Answer> {
  select(arg: Name): (state: unknown) => { data?: Answer };
  useQueryState(arg: Name, options?: { skip?: boolean }): { currentData?: Answer };
  useQuerySubscription(arg: Name, options?: { skip?: boolean }): { readonly refetch: () => Promise<unknown> };
}

export const documentReading = <Name, Answer>(): DocumentReading<Name, Answer> =>
  (adminApi.endpoints as unknown as { getDocument: DocumentReading<Name, Answer> }).getDocument;

/** Where Strapi's own routes are; empty when the panel is served from there. */
export const backendUrl = (): string =>
  (window as Window & { strapi?: { backendURL?: string } }).strapi?.backendURL ?? '';
