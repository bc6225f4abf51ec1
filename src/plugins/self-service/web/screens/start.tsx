import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { DocumentState } from '@stadtverbund/client';
import { useApp } from '../app-context';
import type { City } from '../city';
import { dayIn } from '../domain/days';
import type { Place } from '../domain/place';
import { isOwnTurn, standingOf, stepsOf, type Standing, type Step } from '../domain/standing';
import { useLoaded } from '../loaded';
import { Act, PlaceLink, Said, Troubles, WhenLoaded } from '../parts';
import { useSending } from '../sending';

const COLLECTIONS = ['businesses', 'offers', 'campaigns'] as const;
type CollectionName = (typeof COLLECTIONS)[number];

interface Own {
  readonly collection: CollectionName;
  readonly documentId: string;
  readonly name: string;
  readonly state: DocumentState;
  readonly standing: Standing;
}

interface OwnClaim {
  readonly id: string;
  readonly name: string | undefined;
  readonly state: string;
  readonly reason: string | null;
}

interface Overview {
  readonly documents: readonly Own[];
  readonly claims: readonly OwnClaim[];
}

interface Named {
  readonly documentId: string;
  readonly name?: string | null;
  readonly title?: string | null;
}

// As many as one page has; who has more finds the rest by the API.
const PAGE_SIZE = 100;

async function documentsOf({ mine }: City, collection: CollectionName): Promise<Own[]> {
  const { data, meta } = await mine.list(collection, { pageSize: PAGE_SIZE });
  return (data as readonly Named[]).flatMap(({ documentId, name, title }) => {
    const state = meta.documents[documentId];
    return state
      ? [{ collection, documentId, name: name ?? title ?? '', state, standing: standingOf(state) }]
      : [];
  });
}

async function claimsOf({ mine, directory }: City): Promise<OwnClaim[]> {
  const claims = await mine.claims();
  // What was accepted is among the businesses.
  const waiting = claims.filter(({ state }) => state !== 'accepted');
  return Promise.all(
    waiting.map(async ({ id, business, state, decisionReason }) => ({
      id,
      state,
      reason: typeof decisionReason === 'string' ? decisionReason : null,
      name: await directory.listing('business', business).then(
        ({ data }) => data.name,
        () => undefined,
      ),
    })),
  );
}

async function overviewOf(city: City): Promise<Overview> {
  const [claims, ...lists] = await Promise.all([
    claimsOf(city),
    ...COLLECTIONS.map((collection) => documentsOf(city, collection)),
  ]);
  return { documents: lists.flat(), claims };
}

interface CardProps {
  readonly own: Own;
  readonly onTaken: (said: string) => void;
}

/** Where it is changed, and what comes with it. */
function OwnLinks({ own }: Pick<CardProps, 'own'>): ReactNode {
  const { words } = useApp();
  const { collection, documentId, name } = own;
  const isBusiness = collection === 'businesses';
  const link = (to: Place, label: string): ReactNode => (
    <PlaceLink to={to} className="button plain" label={`${label}: ${name}`}>
      {label}
    </PlaceLink>
  );
  return (
    <>
      {isBusiness &&
        own.state.publication === 'public' &&
        link({ name: 'quick', collection, id: documentId }, words.start.quick)}
      {link({ name: 'edit', collection, id: documentId }, words.start.edit)}
      {isBusiness && link({ name: 'new', collection: 'offers', id: documentId }, words.start.newOffer)}
      {isBusiness && link({ name: 'new', collection: 'campaigns', id: documentId }, words.start.newCampaign)}
    </>
  );
}

function OwnCard({ own, onTaken }: CardProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  const { standing, state, collection, documentId } = own;
  const take = (step: Step): void =>
    void sending.send(async () => {
      await city.mine.take(step, collection, documentId);
      onTaken(words.start.done[step]);
    });
  const { submittedAt, message } = state.submission;
  const isWaiting = standing === 'waits' || standing === 'waitsBesidePublic';
  return (
    <li className="card">
      <h3>{own.name}</h3>
      <p className={`standing ${standing}`}>
        {words.start.standing[standing]}
        {isWaiting && submittedAt && `, ${words.start.since(dayIn(submittedAt, words.dates))}`}
      </p>
      {message && (standing === 'changesAsked' || standing === 'refused') && (
        <div className="notice">
          <p>
            <strong>{words.start.editors}</strong>
          </p>
          <p className="text">{message}</p>
        </div>
      )}
      <Troubles form={documentId} {...sending} />
      <div className="row">
        <OwnLinks own={own} />
        {stepsOf(standing).map((step, at) => (
          <Act
            key={step}
            label={words.start.steps[step]}
            name={`${words.start.steps[step]}: ${own.name}`}
            {...(at > 0 || step === 'withdraw' ? { kind: 'plain' as const } : {})}
            onAct={() => take(step)}
          />
        ))}
      </div>
    </li>
  );
}

function Claims({ claims }: { readonly claims: readonly OwnClaim[] }): ReactNode {
  const { words } = useApp();
  if (claims.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.claims.title}</h2>
      <ul className="cards one">
        {claims.map(({ id, name, state, reason }) => (
          <li key={id} className="card">
            <h3>{name ?? words.claims.unknown}</h3>
            <p>{words.claims.state[state]}</p>
            {reason && <p className="text">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindFirst({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { words } = useApp();
  return (
    <section className="section">
      {isFirst && <h2>{words.start.none}</h2>}
      {isFirst && <p>{words.start.noneText}</p>}
      <p>
        <PlaceLink to={{ name: 'find' }} className={isFirst ? 'button' : 'button plain'}>
          {isFirst ? words.start.find : words.start.another}
        </PlaceLink>
      </p>
    </section>
  );
}

function Documents({
  documents,
  onTaken,
}: { readonly documents: readonly Own[] } & Pick<CardProps, 'onTaken'>): ReactNode {
  const { words } = useApp();
  const toDo = documents.filter(({ standing }) => isOwnTurn(standing));
  const groups = [
    { title: words.start.toDo, owns: toDo },
    ...COLLECTIONS.map((collection) => ({
      title: words.start.kinds[collection] ?? collection,
      owns: documents.filter((own) => own.collection === collection && !toDo.includes(own)),
    })),
  ];
  return (
    <>
      {documents.length > 0 && toDo.length === 0 && <p className="notice done">{words.start.nothingToDo}</p>}
      {groups
        .filter(({ owns }) => owns.length > 0)
        .map(({ title, owns }) => (
          <section key={title} className="section">
            <h2>{title}</h2>
            <ul className="cards one">
              {owns.map((own) => (
                <OwnCard key={own.documentId} own={own} onTaken={onTaken} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** What an account has here, what is the case with it, and what needs doing. */
export function Start(): ReactNode {
  const { words, city, name, remember, offlineSince } = useApp();
  const load = useCallback(() => remember('overview', () => overviewOf(city)), [remember, city]);
  const { loaded, reload } = useLoaded(load);
  const isOffline = offlineSince !== undefined;
  const wasOffline = useRef(isOffline);
  useEffect(() => {
    if (wasOffline.current && !isOffline) void reload();
    wasOffline.current = isOffline;
  }, [isOffline, reload]);
  const [said, setSaid] = useState<string>();
  const taken = (sentence: string): void => {
    setSaid(sentence);
    void reload();
  };
  return (
    <>
      <h1 tabIndex={-1}>{words.start.greeting(name)}</h1>
      <Said>{said}</Said>
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ documents, claims }) => (
          <>
            <Documents documents={documents} onTaken={taken} />
            <Claims claims={claims} />
            <FindFirst isFirst={documents.length === 0 && claims.length === 0} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}
