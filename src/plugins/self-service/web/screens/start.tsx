import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { DocumentState } from '@stadtverbund/client';
import { useApp } from '../app-context';
import { AskFirst } from '../ask-first';
import type { City } from '../city';
import { dayIn, timeIn } from '../domain/days';
import type { Place } from '../domain/place';
import {
  endOf,
  isOwnTurn,
  standingOf,
  stepsOf,
  type End,
  type Standing,
  type Step,
} from '../domain/standing';
import { keptDrafts } from '../kept/drafts';
import { useLoaded } from '../loaded';
import { Act, PlaceLink, Said, Troubles, WhenLoaded } from '../parts';
import { useSending } from '../sending';

const COLLECTIONS = ['businesses', 'offers', 'campaigns'] as const;
type CollectionName = (typeof COLLECTIONS)[number];

interface Own {
  readonly collection: CollectionName;
  readonly documentId: string;
  readonly name: string;
  readonly slug: string | null;
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
  readonly slug?: string | null;
  readonly name?: string | null;
  readonly title?: string | null;
}

// As many as the city gives at once.
const PAGE_SIZE = 100;

async function documentsOf(city: City, collection: CollectionName, page = 1): Promise<Own[]> {
  const { data, meta } = await city.mine.list(collection, { page, pageSize: PAGE_SIZE });
  const own = (data as readonly Named[]).flatMap(({ documentId, name, title, slug = null }) => {
    const state = meta.documents[documentId];
    const facts = { collection, documentId, slug, name: name ?? title ?? '' };
    return state ? [{ ...facts, state, standing: standingOf(state) }] : [];
  });
  const { pageCount = 1 } = meta.pagination;
  return page < pageCount ? [...own, ...(await documentsOf(city, collection, page + 1))] : own;
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

/** Where the public reads it. */
function PublicLink({ own }: Pick<CardProps, 'own'>): ReactNode {
  const { words, settings, city } = useApp();
  const template = settings.listings[own.collection];
  if (own.state.publication !== 'public' || !template) return null;
  const path = template.replaceAll('{slug}', encodeURIComponent(own.slug ?? own.documentId));
  return (
    <a
      className="button plain"
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
      {own.standing !== 'public' &&
        own.standing !== 'archived' &&
        link({ name: 'preview', collection, id: documentId }, words.start.preview)}
      <PublicLink own={own} />
      {isBusiness && link({ name: 'new', collection: 'offers', id: documentId }, words.start.newOffer)}
      {isBusiness && link({ name: 'new', collection: 'campaigns', id: documentId }, words.start.newCampaign)}
      {isBusiness && link({ name: 'people', id: documentId }, words.start.people)}
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
  const end = (how: End): void =>
    void sending.send(async () => {
      await city.mine.remove(collection, documentId);
      onTaken(words.start.done[how]);
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
        <Ending own={own} onEnd={end} />
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

type Unsent = Awaited<ReturnType<typeof keptDrafts>>;

/** What was typed on this device and is not stored by the city yet. */
function Typed(): ReactNode {
  const { words, account } = useApp();
  const [unsent, setUnsent] = useState<Unsent>([]);
  useEffect(() => {
    let isHere = true;
    void keptDrafts(account).then((found) => isHere && setUnsent(found));
    return () => {
      isHere = false;
    };
  }, [account]);
  if (unsent.length === 0) return null;
  return (
    <section className="notice">
      <p>{words.withoutNet.typed}</p>
      <ul>
        {unsent.map(({ place, collection, id, locale, name, typedAt }) => (
          <li key={[place, collection, id, locale].join(' ')}>
            <PlaceLink to={{ name: place, collection, ...(id ? { id } : {}) }} className="tall">
              {name || words.withoutNet.typedNone}, {timeIn(typedAt, words.dates)}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
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
      <Typed />
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
