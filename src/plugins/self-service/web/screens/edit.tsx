import { useCallback, useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { immediateFields } from '../domain/layout';
import type { AppLanguage } from '../domain/place';
import { standingOf } from '../domain/standing';
import { textIn } from '../domain/values';
import { DocumentForm } from '../form/document-form';
import type { About, Subject } from '../form/use-entered';
import { keptDraft, type DraftKey } from '../kept/drafts';
import { useLoaded } from '../loaded';
import { Act, PlaceLink, Troubles, WhenLoaded } from '../parts';
import { useSending } from '../sending';
import { foundDocument, formPartsOf, type Found, type FormParts } from './document';
import { Submitted } from './submitted';
import { TextLanguage } from './text-language';

interface Opened extends Found {
  readonly parts: FormParts;
  readonly about: About;
  /** Whether only what is public at once can be changed. */
  readonly isQuick: boolean;
}

interface Wanted {
  readonly collection: string;
  readonly id: string;
  readonly isQuick: boolean;
  readonly locale: AppLanguage | undefined;
}

const isWaiting = ({ meta }: Subject): boolean => meta?.submission.state === 'submitted';

const nameOf = ({ values }: Subject, naming: string): string => textIn(values, naming);

/** What the form is about, with what was typed into it and not sent. */
function useOpened({ collection, id, isQuick, locale: wanted }: Wanted) {
  const app = useApp();
  const { account, city, remember, settings } = app;
  const load = useCallback(async (): Promise<Opened | undefined> => {
    const asking = { city, remember, settings };
    const parts = await formPartsOf(asking, collection);
    if (!parts) return undefined;
    const { subject, locale } = await foundDocument(asking, parts, id, wanted);
    const onlyImmediate = isQuick || isWaiting(subject);
    const draftKey: DraftKey = { account, place: onlyImmediate ? 'quick' : 'edit', collection, id, locale };
    const { fields, name } = parts.collection;
    const about: About = {
      draftKey,
      fields: onlyImmediate ? immediateFields(fields) : fields,
      naming: name,
      subject,
      kept: await keptDraft(draftKey),
    };
    return { parts, subject, locale, about, isQuick: onlyImmediate };
  }, [account, city, remember, settings, collection, id, isQuick, wanted]);
  return useLoaded(load);
}

/** While the editors have it: how to take it back. */
function Waiting(props: {
  readonly collection: string;
  readonly id: string;
  readonly canChange: boolean;
  readonly onTaken: () => void;
}): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  return (
    <div className="notice">
      <p>{props.canChange ? words.edit.waitsChangeable : words.edit.waits}</p>
      <Troubles form="withdraw" {...sending} />
      <Act
        label={words.edit.withdraw}
        kind="plain"
        onAct={() =>
          void sending.send(async () => {
            await city.mine.take('withdraw', props.collection, props.id);
            props.onTaken();
          })
        }
      />
    </div>
  );
}

/** What the editors have said about it. */
function Message({ subject }: { readonly subject: Subject }): ReactNode {
  const { words } = useApp();
  const { meta } = subject;
  const standing = meta && standingOf(meta);
  const isSaid = standing === 'changesAsked' || standing === 'refused' || standing === 'suspended';
  if (!isSaid || !meta?.submission.message) return null;
  return (
    <div className="notice asked">
      <p>
        <strong>{words.start.editors}</strong>
      </p>
      <p className="text">{meta.submission.message}</p>
    </div>
  );
}

function Standing({ subject }: { readonly subject: Subject }): ReactNode {
  const { words } = useApp();
  if (!subject.meta) return null;
  const standing = standingOf(subject.meta);
  return <p className={`standing ${standing}`}>{words.start.standing[standing]}</p>;
}

interface EditProps {
  readonly collection: string;
  readonly id: string;
  readonly isQuick?: boolean;
}

/** Changes a document; `isQuick`: only what is public at once, such as hours and telephone. */
export function Edit({ collection, id, isQuick = false }: EditProps): ReactNode {
  const { words } = useApp();
  const [locale, setLocale] = useState<AppLanguage>();
  const { loaded, reload } = useOpened({ collection, id, isQuick, locale });
  const [submitted, setSubmitted] = useState<Subject>();
  const [saved, setSaved] = useState<Subject>();
  if (submitted) return <Submitted collection={collection} subject={submitted} />;
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(opened) => {
        if (!opened) return <p>{words.edit.unknown}</p>;
        const { about, parts } = opened;
        const subject = saved ?? opened.subject;
        const waits = isWaiting(opened.subject);
        const hasForm = about.fields.length > 0 && (!waits || opened.subject.meta?.publication === 'public');
        return (
          <>
            <p className="kind">{parts.collection.label.singular}</p>
            <h1 tabIndex={-1}>{nameOf(subject, parts.collection.name)}</h1>
            {isQuick && <p className="lead">{words.edit.quickLead}</p>}
            <Standing subject={subject} />
            <Message subject={opened.subject} />
            {waits && (
              <Waiting collection={collection} id={id} canChange={hasForm} onTaken={() => void reload()} />
            )}
            {!opened.isQuick && (
              <TextLanguage fields={about.fields} locale={opened.locale} choose={setLocale} />
            )}
            {hasForm && (
              <DocumentForm
                key={JSON.stringify(about.draftKey)}
                about={about}
                isQuick={opened.isQuick}
                onSaved={setSaved}
                onSubmitted={setSubmitted}
              />
            )}
            {isQuick && !waits && (
              <p className="aside">
                <PlaceLink to={{ name: 'edit', collection, id }} className="tall">
                  {words.edit.changeMore}
                </PlaceLink>
              </p>
            )}
          </>
        );
      }}
    </WhenLoaded>
  );
}
