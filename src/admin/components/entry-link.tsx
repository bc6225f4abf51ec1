import { Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  readonly contentType: string;
  readonly documentId: string;
  readonly children: ReactNode;
}

/** Leads to a document in the content manager. */
export function EntryLink({ contentType, documentId, children }: Props) {
  return (
    <Link tag={RouterLink} to={`/content-manager/collection-types/${contentType}/${documentId}`}>
      {children}
    </Link>
  );
}
