import { useEffect, useRef, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { PlaceLink } from '../parts';
import type { Subject } from '../form/use-entered';

/** What happens now that the editors have it, and what can be done meanwhile. */
export function Submitted({
  collection,
  subject,
}: {
  readonly collection: string;
  readonly subject: Subject;
}): ReactNode {
  const { words } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const { documentId = '' } = subject;
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {words.submitted.title}
      </h1>
      <p className="lead">{words.submitted.lead}</p>
      <div className="row">
        <PlaceLink to={{ name: 'start' }} className="button">
          {words.places.start}
        </PlaceLink>
        {collection === 'businesses' && (
          <PlaceLink to={{ name: 'new', collection: 'offers', id: documentId }} className="button plain">
            {words.submitted.offer}
          </PlaceLink>
        )}
      </div>
    </>
  );
}
