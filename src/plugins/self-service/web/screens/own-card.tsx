import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import { AskFirst } from '../ask-first';
import { dayIn } from '../domain/days';
import type { Place } from '../domain/place';
import { endOf, stepsOf, type End, type Step } from '../domain/standing';
import { Act, PlaceLink, Troubles } from '../parts';
import { useSending } from '../sending';
import type { Own, OwnKind } from './overview';

interface CardProps {
  readonly own: Own;
  readonly kinds: readonly OwnKind[];
  readonly onTaken: (said: string) => void;
}

const isBusiness = ({ own, kinds }: Pick<CardProps, 'own' | 'kinds'>): boolean =>
  kinds.some((kind) => kind.isBusiness && kind.collection === own.collection);

/** Where the public reads it. */
function PublicLink({ own }: Pick<CardProps, 'own'>): ReactNode {
  const { words, settings, city } = useApp();
  const template = settings.listings[own.collection];
  if (own.state.publication !== 'public' || !template) return null;
  const path = template.replaceAll('{slug}', encodeURIComponent(own.slug ?? own.documentId));
  return (
    <a
      className="tall"
      href={new URL(path, city.connection.url).href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${words.start.see}: ${own.name}`}
    >
      {words.start.see}
    </a>
  );
}

/** Takes it from the public, or removes what never was there. */
function Ending({ own, onEnd }: Pick<CardProps, 'own'> & { readonly onEnd: (end: End) => void }): ReactNode {
  const { words } = useApp();
  const end = endOf(own.state);
  if (end === undefined) return null;
  return (
    <AskFirst
      label={words.start[end]}
      name={`${words.start[end]}: ${own.name}`}
      question={words.start[`${end}Ask`](own.name)}
      yes={words.start[`${end}Yes`]}
      no={words.start.keep}
      onYes={() => onEnd(end)}
    />
  );
}

/** Where it is changed. */
function Changing({
  own,
  kinds,
  isFirst,
}: Pick<CardProps, 'own' | 'kinds'> & {
  /** Whether it is what is to be done. */
  readonly isFirst: boolean;
}): ReactNode {
  const { words } = useApp();
  const { collection, documentId: id, name } = own;
  const link = (to: Place, label: string, className = 'button plain'): ReactNode => (
    <PlaceLink to={to} className={className} label={`${label}: ${name}`}>
      {label}
    </PlaceLink>
  );
  return (
    <>
      {isFirst && link({ name: 'edit', collection, id }, words.start.edit, 'button')}
      {own.state.publication === 'public' &&
        isBusiness({ own, kinds }) &&
        link({ name: 'quick', collection, id }, words.start.quick)}
      {!isFirst && link({ name: 'edit', collection, id }, words.start.edit)}
    </>
  );
}

/** What else there is about it: how it is seen, what comes with it, who looks after it. */
function Further({ own, kinds }: Pick<CardProps, 'own' | 'kinds'>): ReactNode {
  const { words } = useApp();
  const { collection, documentId: id, name, standing } = own;
  const link = (to: Place, label: string): ReactNode => (
    <PlaceLink to={to} className="tall" label={`${label}: ${name}`}>
      {label}
    </PlaceLink>
  );
  return (
    <div className="links">
      {standing !== 'public' &&
        standing !== 'archived' &&
        link({ name: 'preview', collection, id }, words.start.preview)}
      <PublicLink own={own} />
      {isBusiness({ own, kinds }) && (
        <>
          {kinds
            .filter((kind) => !kind.isBusiness)
            .map((kind) => (
              <span key={kind.collection}>
                {link({ name: 'new', collection: kind.collection, id }, words.create.title(kind.singular))}
              </span>
            ))}
          {link({ name: 'people', id }, words.start.people)}
        </>
      )}
    </div>
  );
}

/** A document, what is the case with it, and what can be done. */
export function OwnCard({ own, kinds, onTaken }: CardProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  const { standing, state, collection, documentId } = own;
  const take = (step: Step): void =>
    void sending.send(async () => {
      await city.mine.take(step, collection, documentId);
      onTaken(words.start.done[step]);
    });
  const end = (how: End): void =>
    void sending.send(async () => {
      await city.mine.remove(collection, documentId);
      onTaken(words.start.done[how]);
    });
  const { submittedAt, message } = state.submission;
  const name = own.name || words.start.nameless;
  const others = stepsOf(standing).filter((step) => step !== 'submit');
  const act = (step: Step): ReactNode => (
    <Act
      key={step}
      label={words.start.steps[step]}
      name={`${words.start.steps[step]}: ${name}`}
      {...(step === 'submit' ? {} : { kind: 'plain' as const })}
      onAct={() => take(step)}
    />
  );
  // Handed back as it is, it would be asked for again.
  const isAsked = standing === 'changesAsked' || standing === 'refused';
  const isWaiting = standing === 'waits' || standing === 'waitsBesidePublic';
  return (
    <li className="card">
      <h3>{name}</h3>
      <p className={`standing ${standing}`}>
        {words.start.standing[standing]}
        {isWaiting && submittedAt && `, ${words.start.since(dayIn(submittedAt, words.dates))}`}
      </p>
      {isAsked && state.publication === 'public' && <p>{words.start.stillPublic}</p>}
      {message && isAsked && (
        <div className="notice">
          <p>
            <strong>{words.start.editors}</strong>
          </p>
          <p className="text">{message}</p>
        </div>
      )}
      <Troubles form={documentId} {...sending} />
      <div className="row">
        {isAsked
          ? null
          : stepsOf(standing)
              .filter((step) => step === 'submit')
              .map(act)}
        <Changing own={own} kinds={kinds} isFirst={isAsked} />
      </div>
      <Further own={own} kinds={kinds} />
      {(endOf(state) !== undefined || others.length > 0) && (
        <details className="more">
          <summary>
            {words.start.more}
            <span className="visually-hidden">: {name}</span>
          </summary>
          <div className="row">
            {others.map(act)}
            <Ending own={own} onEnd={end} />
          </div>
        </details>
      )}
    </li>
  );
}
