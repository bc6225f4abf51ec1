import { isValidElement, type ReactNode } from 'react';
import type { MessageId } from '../translations/de';
import type { Text } from '../translations/use-text';

interface TableProps {
  readonly headers?: readonly { readonly name: string; label: string }[];
}

const HEADS: Readonly<Partial<Record<string, MessageId>>> = {
  documentId: 'publish.head.id',
  name: 'publish.head.name',
  status: 'publish.head.status',
  publicationStatus: 'publish.head.publication',
};

/**
 * Names the columns of Strapi's table of what is about to be published, in the editor's language. Strapi's own names are
 * constants in English, looked up nowhere; its table is handed the same objects that it draws its heads from.
 */
export function nameHeads(content: ReactNode, text: Text): void {
  if (!isValidElement<TableProps>(content)) return;
  for (const head of content.props.headers ?? []) {
    const id = HEADS[head.name];
    if (id) head.label = text(id);
  }
}
