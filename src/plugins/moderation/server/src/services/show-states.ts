import type { Core } from '@strapi/strapi';
import { languageOf } from '#src/platform/http/language-of';
import { shownStatus, type DeskState } from '../domain/desk-state';
import { deskStates } from './desk-states';

interface Version {
  documentId?: string;
  status?: string;
}

interface Formatted {
  data: Version;
}

/** What of the content manager's service we stand before (@strapi/content-manager, services/document-metadata). */
interface DocumentMetadata {
  getManyAvailableStatus(uid: string, documents: Version[]): Promise<unknown>;
  getStatus(version: Version, others: unknown): string;
  formatDocumentWithMetadata(uid: string, document: Version, options?: unknown): Promise<Formatted>;
}

// Of the documents of a list, until its answer is made.
const STATES = 'stadtverbund.desk-states';

type Kept = Record<string, ReadonlyMap<string, DeskState> | undefined>;

/**
 * Lets the content manager's forms, lists and relations say "suspended", "archived", "submitted" or from when on a
 * document appears, where Strapi knows drafts and published ones only. One statement a list, whatever its length.
 */
export function showStates(strapi: Core.Strapi): void {
  const service = strapi
    .plugin('content-manager')
    .service('document-metadata') as unknown as DocumentMetadata;
  const getManyAvailableStatus = service.getManyAvailableStatus.bind(service);
  const getStatus = service.getStatus.bind(service);
  const formatDocumentWithMetadata = service.formatDocumentWithMetadata.bind(service);
  const kept = (): Kept | undefined => strapi.requestContext.get()?.state;

  service.getManyAvailableStatus = async (uid, documents) => {
    const state = kept();
    const ids = documents.flatMap(({ documentId }) => documentId ?? []);
    if (state) state[STATES] = new Map([...(state[STATES] ?? []), ...(await deskStates(strapi, uid, ids))]);
    return getManyAvailableStatus(uid, documents);
  };

  service.getStatus = (version, others) => {
    const state = kept()?.[STATES]?.get(version.documentId ?? '');
    const status = getStatus(version, others);
    return state ? shownStatus(state, status, languageOf(strapi.requestContext.get())) : status;
  };

  service.formatDocumentWithMetadata = async (uid, document, options) => {
    const formatted = await formatDocumentWithMetadata(uid, document, options);
    const { documentId } = document ?? {};
    const { status } = formatted.data;
    if (!documentId || !status) return formatted;
    const state = (await deskStates(strapi, uid, [documentId])).get(documentId);
    return {
      ...formatted,
      data: {
        ...formatted.data,
        status: shownStatus(state, status, languageOf(strapi.requestContext.get())),
      },
    };
  };
}
