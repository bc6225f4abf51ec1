import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string;
}

/** Leads to a document in the content manager. */
export function EntryLink({ contentType, documentId, title }: Props) {
  return (
    <Link tag={RouterLink} to={`/content-manager/collection-types/${contentType}/${documentId}`}>
      {title}
    </Link>
  );
}
