import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider, useApp, type App as AppFacts } from './app-context';
import { cityOf, type City } from './city';
import { pathTo, placeAt, type Place } from './domain/place';
import { PlaceLink } from './parts';
import { Account } from './screens/account';
import { Claim } from './screens/claim';
import { Find } from './screens/find';
import { ForgottenPassword } from './screens/forgotten-password';
import { Register } from './screens/register';
import { SignIn } from './screens/sign-in';
import { Start } from './screens/start';
import type { Settings } from './setting';
import { CATALOGUE } from './words/words';

/** Who is signed in: not known yet, nobody, or somebody. */
type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'out'; readonly message?: string | undefined }
  | { readonly state: 'in'; readonly name: string };

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
  if (place.name === 'find') return <Find />;
  if (place.name === 'claim') return <Claim id={place.id ?? ''} />;
  if (place.name === 'account') return <Account />;
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

/** Goes on with the session of the cookie, if there is one. */
async function resumed({ account, mine }: City): Promise<Session> {
  if (!(await account.resume())) return { state: 'out' };
  return { state: 'in', name: (await mine.account()).username };
}

function usePlace(settings: Settings): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState(() => placeAt(window.location.pathname, settings.roots));
  useEffect(() => {
    const back = (): void => setPlace(placeAt(window.location.pathname, settings.roots));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [settings]);
  const go = (next: Place): void => {
    window.history.pushState(null, '', pathTo(next, settings.language, settings.roots));
    setPlace(next);
  };
  return [place, go];
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
  const city = useMemo(() => cityOf(settings.language), [settings]);
  const [place, go] = usePlace(settings);
  const [session, setSession] = useState<Session>({ state: 'unknown' });
  useLanguageLinks(place, settings);
  useEffect(() => {
    resumed(city).then(setSession, () => setSession({ state: 'out', message: words.offline }));
  }, [city, words]);

  const within = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (session.state === 'unknown') return;
    // The reader of a page that was just opened is where they are.
    if (!isFirst.current) within.current?.querySelector<HTMLElement>('h1')?.focus();
    isFirst.current = false;
    const heading = within.current?.querySelector('h1')?.textContent;
    document.title = heading ? `${heading} · ${words.title}` : words.title;
  }, [place, session.state, words]);

  const app: AppFacts = useMemo(
    () => ({
      words,
      settings,
      city,
      name: session.state === 'in' ? session.name : '',
      hrefOf: (to) => pathTo(to, settings.language, settings.roots),
      go,
      signedIn: (name) => setSession({ state: 'in', name }),
      signedOut: (message) => setSession({ state: 'out', message }),
    }),
    // `go` changes nothing of what it does.
    [words, settings, city, session],
  );

  if (session.state === 'unknown') return <p role="status">{words.waiting}</p>;
  return (
    <AppProvider value={app}>
      {session.state === 'in' && <Menu current={place} />}
      <div ref={within} key={`${place.name} ${place.id ?? ''} ${session.state}`}>
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
}
