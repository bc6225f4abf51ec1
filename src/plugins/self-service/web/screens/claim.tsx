import { useCallback, useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { lineOf } from '../domain/line';
import { useLoaded } from '../loaded';
import { AppForm, Field, PlaceLink, WhenLoaded } from '../parts';
import { useSending } from '../sending';

interface Business {
  readonly documentId: string;
  readonly name: string;
  readonly line: string;
}

function ClaimForm({ business }: { readonly business: Business }): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['reason']);
  const [isDone, setIsDone] = useState(false);
  if (isDone)
    return (
      <>
        <h1 tabIndex={-1}>{words.claim.done}</h1>
        <p className="notice done">{words.claim.doneText(business.name)}</p>
        <p>
          <PlaceLink to={{ name: 'start' }} className="button">
            {words.places.start}
          </PlaceLink>
        </p>
      </>
    );
  return (
    <>
      <h1 tabIndex={-1}>{words.claim.title(business.name)}</h1>
      <p className="lead">{business.line}</p>
      <p>{words.claim.lead}</p>
      <AppForm
        name="claim"
        label={words.claim.label}
        sending={sending}
        onSend={({ reason = '' }) =>
          void sending.send(async () => {
            await city.mine.claim(business.documentId, reason);
            setIsDone(true);
          })
        }
      >
        <Field name="reason" type="textarea" label={words.claim.reason} hint={words.claim.reasonHint} />
      </AppForm>
      <p className="aside">
        <PlaceLink to={{ name: 'find' }} className="tall">
          {words.places.find}
        </PlaceLink>
      </p>
    </>
  );
}

/** Asks the editors for an entry that nobody looks after. */
export function Claim({ id }: { readonly id: string }): ReactNode {
  const { city } = useApp();
  const load = useCallback(async (): Promise<Business> => {
    const { data } = await city.directory.listing('business', id);
    return { documentId: data.documentId, name: data.name, line: lineOf(data) };
  }, [city, id]);
  const { loaded, reload } = useLoaded(load);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(business) => <ClaimForm business={business} />}
    </WhenLoaded>
  );
}
