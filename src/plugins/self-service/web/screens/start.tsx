import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { timeIn } from '../domain/days';
import { isOwnTurn } from '../domain/standing';
import { keptDrafts } from '../kept/drafts';
import { useLoaded } from '../loaded';
import { PlaceLink, Said, WhenLoaded } from '../parts';
import { overviewOf, type Overview, type OwnClaim } from './overview';
import { OwnCard } from './own-card';

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

function Documents(props: {
  readonly overview: Overview;
  readonly onTaken: (said: string) => void;
}): ReactNode {
  const { documents, kinds } = props.overview;
  const { words } = useApp();
  const toDo = documents.filter(({ standing }) => isOwnTurn(standing));
  const groups = [
    { title: words.start.toDo, owns: toDo },
    ...kinds.map(({ collection, plural }) => ({
      title: plural,
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
                <OwnCard key={own.documentId} own={own} kinds={kinds} onTaken={props.onTaken} />
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
  const { words, city, name, remember, settings, offlineSince } = useApp();
  const load = useCallback(
    () => remember('overview', () => overviewOf({ city, remember, settings })),
    [remember, city, settings],
  );
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
        {(overview) => (
          <>
            <Documents overview={overview} onTaken={taken} />
            <Claims claims={overview.claims} />
            <FindFirst isFirst={overview.documents.length === 0 && overview.claims.length === 0} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}
