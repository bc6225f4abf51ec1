import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

interface Version {
  documentId?: string;
  status?: string;
}

interface DocumentMetadata {
  getManyAvailableStatus(uid: string, documents: Version[]): Promise<unknown>;
  getStatus(version: Version, others: unknown): string;
  formatDocumentWithMetadata(
    uid: string,
    document: Version | null | undefined,
    options?: unknown,
  ): Promise<{ data: Version }>;
}

/** What the content manager shows as the state of a document; Strapi itself knows only drafts and published ones. */
export interface DocumentStatus {
  /** Called before the rows of a list get theirs. */
  prepare(uid: string, documentIds: readonly string[]): Promise<void>;
  /** @returns what is shown in a list in place of Strapi's `status` */
  inList(documentId: string, status: string): string;
  /** @returns what is shown in a form in place of Strapi's `status` */
  inForm(uid: string, documentId: string, status: string): Promise<string>;
}

/** Makes the content manager show another state of a document, in lists, relations and forms. */
export function showDocumentStatus(strapi: Core.Strapi, shown: DocumentStatus): void {
  const service = functionsOf<DocumentMetadata>(
    'document-status',
    'The service document-metadata',
    strapi.plugin('content-manager').service('document-metadata'),
    ...(['getManyAvailableStatus', 'getStatus', 'formatDocumentWithMetadata'] as const),
  );
  const getManyAvailableStatus = service.getManyAvailableStatus.bind(service);
  const getStatus = service.getStatus.bind(service);
  const formatDocumentWithMetadata = service.formatDocumentWithMetadata.bind(service);

  service.getManyAvailableStatus = async (uid, documents) => {
    await shown.prepare(
      uid,
      documents.flatMap(({ documentId }) => documentId ?? []),
    );
    return getManyAvailableStatus(uid, documents);
  };
  service.getStatus = (version, others) => shown.inList(version.documentId ?? '', getStatus(version, others));
  service.formatDocumentWithMetadata = async (uid, document, options) => {
    const formatted = await formatDocumentWithMetadata(uid, document, options);
    const { documentId } = document ?? {};
    const { status } = formatted.data ?? {};
    if (!documentId || !status) return formatted;
    return { ...formatted, data: { ...formatted.data, status: await shown.inForm(uid, documentId, status) } };
  };
}
