import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { useText } from '../translations/use-text';

interface Props {
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
}

/** Leads to a document in the content manager. */
export function EntryLink({ contentType, documentId, title }: Props) {
  const text = useText();
  return (
    <Link tag={RouterLink} to={`/content-manager/collection-types/${contentType}/${documentId}`}>
      {text('entry.open', { title: title ?? documentId })}
    </Link>
  );
}
