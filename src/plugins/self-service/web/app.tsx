import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider, useApp, type App as AppFacts } from './app-context';
import { cityOf } from './city';
import { pathTo, placeAt, type Place } from './domain/place';
import { keepShell } from './kept/shell';
import { Offline } from './offline';
import { PlaceLink } from './parts';
import { Account } from './screens/account';
import { Claim } from './screens/claim';
import { Edit } from './screens/edit';
import { Find } from './screens/find';
import { ForgottenPassword } from './screens/forgotten-password';
import { New } from './screens/new';
import { People } from './screens/people';
import { Preview } from './screens/preview';
import { Register } from './screens/register';
import { SignIn } from './screens/sign-in';
import { Start } from './screens/start';
import { useSession } from './session';
import type { Settings } from './setting';
import { CATALOGUE } from './words/words';

const MENU = ['start', 'find', 'account'] as const;

function Menu({ current }: { readonly current: Place }): ReactNode {
  const { words } = useApp();
  return (
    <nav className="app-menu" aria-label={words.menu}>
      <ul>
        {MENU.map((name) => (
          <li key={name}>
            <PlaceLink to={{ name }} isCurrent={current.name === name}>
              {words.places[name]}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Opened({ place }: { readonly place: Place }): ReactNode {
  const { name, collection = '', id = '' } = place;
  if (name === 'find') return <Find />;
  if (name === 'claim') return <Claim id={id} />;
  if (name === 'account') return <Account />;
  if (name === 'edit' || name === 'quick')
    return <Edit collection={collection} id={id} isQuick={name === 'quick'} />;
  if (name === 'new') return <New collection={collection} id={place.id} />;
  if (name === 'people') return <People business={id} />;
  if (name === 'preview') return <Preview collection={collection} id={id} />;
  return <Start />;
}

function Closed({
  place,
  message,
}: {
  readonly place: Place;
  readonly message: string | undefined;
}): ReactNode {
  const { words } = useApp();
  if (place.name === 'register') return <Register />;
  if (place.name === 'password') return <ForgottenPassword />;
  return <SignIn message={message} {...(place.name === 'claim' ? { note: words.signIn.beforeClaim } : {})} />;
}

/** Where somebody is, and how many places they have been at. */
interface Stay {
  readonly place: Place;
  /** What the address says: what was new there may have become a document. */
  readonly address: Place;
  readonly number: number;
}

function usePlace(settings: Settings): Stay & Pick<AppFacts, 'go' | 'moved'> {
  const here = (): Place => placeAt(window.location.pathname, settings.roots);
  const [stay, setStay] = useState<Stay>(() => ({ place: here(), address: here(), number: 0 }));
  const enter = (place: Place): void =>
    setStay(({ number }) => ({ place, address: place, number: number + 1 }));
  useEffect(() => {
    const back = (): void => enter(here());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
    // Settings stay as they are.
  }, []);
  const pathOf = (place: Place): string => pathTo(place, settings.language, settings.roots);
  return {
    ...stay,
    go: (place) => {
      window.history.pushState(null, '', pathOf(place));
      enter(place);
    },
    moved: (address) => {
      window.history.replaceState(null, '', pathOf(address));
      setStay((stayed) => ({ ...stayed, address }));
    },
  };
}

/** The link to the other language, which the server wrote, leads to the same place. */
function useLanguageLinks(place: Place, { roots }: Settings): void {
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav.languages a')) {
      const language = link.lang === 'de' ? 'de' : 'en';
      link.href = pathTo(place, language, roots);
    }
  }, [place, roots]);
}

function Program({ settings }: { readonly settings: Settings }): ReactNode {
  const words = CATALOGUE[settings.language];
  const city = useMemo(() => cityOf(settings.language, settings.city), [settings]);
  const { place, address, number, go, moved } = usePlace(settings);
  const facts = useSession(city, words);
  const { session } = facts;
  useLanguageLinks(address, settings);

  const within = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (session.state === 'unknown') return;
    // The reader of a page that was just opened is where they are.
    if (!isFirst.current) within.current?.querySelector<HTMLElement>('h1')?.focus();
    isFirst.current = false;
    const heading = within.current?.querySelector('h1')?.textContent;
    document.title = heading ? `${heading} · ${words.title}` : words.title;
  }, [place, number, session.state, words]);

  const app: AppFacts = useMemo(
    () => ({
      words,
      settings,
      city,
      ...facts,
      name: session.state === 'in' ? session.who.username : '',
      account: session.state === 'in' ? session.who.documentId : '',
      hrefOf: (to) => pathTo(to, settings.language, settings.roots),
      go,
      moved,
    }),
    // `go` changes nothing of what it does.
    [words, settings, city, session, facts],
  );

  if (session.state === 'unknown') return <p role="status">{words.waiting}</p>;
  return (
    <AppProvider value={app}>
      {session.state === 'in' && <Menu current={place} />}
      <Offline />
      <div ref={within} key={`${number} ${session.state}`}>
        {session.state === 'in' ? (
          <Opened place={place} />
        ) : (
          <Closed place={place} message={session.message} />
        )}
      </div>
    </AppProvider>
  );
}

const root = document.getElementById('app');
if (root) {
  const settings = JSON.parse(root.dataset['settings'] ?? '{}') as Settings;
  createRoot(root).render(<Program settings={settings} />);
  keepShell(settings);
}
