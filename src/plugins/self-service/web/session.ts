import { useCallback, useEffect, useMemo, useState } from 'react';
import type { City } from './city';
import { isForNow } from './domain/refusal';
import { rememberFor, seenBy } from './kept/last-seen';
import { seen } from './kept/store';

/** Whose account it is. */
export interface Who {
  readonly documentId: string;
  readonly username: string;
}

/** Who is signed in: not known yet, nobody, or somebody. */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'out'; readonly message?: string | undefined }
  | { readonly state: 'in'; readonly who: Who };

/** Loads something and keeps it on this device under a key; without a net it is what was kept, and the app says so. */
export type Remember = <Content>(key: string, load: () => Promise<Content>) => Promise<Content>;

interface SessionFacts {
  readonly session: Session;
  /** Since when what is shown may have changed: there is no net. ISO 8601 */
  readonly offlineSince: string | undefined;
  readonly remember: Remember;
  /** Goes on with the session of the cookie, if there is one. */
  readonly resume: () => Promise<void>;
  readonly signedIn: (who: Who) => void;
  readonly signedOut: (message?: string) => void;
}

// Who was signed in last, for a start without a net. Nothing that lets anybody in.
const LAST = 'last account';
const PAUSE_MS = 15_000;

interface LastWho extends Who {
  readonly at: string;
}

/** The next who holds the device finds nothing of what was seen. What was typed stays. */
async function forget(): Promise<void> {
  const last = await seen.get<LastWho>(LAST);
  await seen.delete(LAST);
  if (last) await seen.clear(seenBy(last.documentId));
}

async function keepLast({ documentId, username }: Who): Promise<void> {
  const last = await seen.get<LastWho>(LAST);
  if (last && last.documentId !== documentId) await forget();
  await seen.set(LAST, { documentId, username, at: new Date().toISOString() } satisfies LastWho);
}

/** Asks for the session again when the net is back. Some networks never say that, so it is tried now and then as well. */
function useReturn(isOffline: boolean, resume: () => Promise<void>): void {
  useEffect(() => {
    if (!isOffline) return;
    const again = (): void => void resume();
    const timer = window.setInterval(again, PAUSE_MS);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isOffline, resume]);
}

/**
 * All tabs share one cookie: where another account has signed in, this one begins again, so that nothing is sent in the
 * name of somebody else. What was typed is kept by its account.
 */
function useOneAccount(account: string): void {
  useEffect(() => {
    if (account === '') return;
    const channel = new BroadcastChannel('stadtverbund-account');
    channel.addEventListener('message', ({ data }) => {
      if (data !== account) window.location.reload();
    });
    channel.postMessage(account);
    return () => channel.close();
  }, [account]);
}

interface Sentences {
  readonly offline: string;
  readonly sessionOver: string;
}

/**
 * The session on this device. Without a net it is that of who was signed in last, who sees what was kept.
 */
export function useSession(city: City, words: Sentences): SessionFacts {
  const [session, setSession] = useState<Session>({ state: 'unknown' });
  const [offlineSince, setOfflineSince] = useState<string>();
  const account = session.state === 'in' ? session.who.documentId : '';

  useOneAccount(account);

  const signedIn = useCallback((who: Who): void => {
    void keepLast(who);
    setOfflineSince(undefined);
    setSession({ state: 'in', who });
  }, []);
  const signedOut = useCallback((message?: string): void => {
    void forget();
    setOfflineSince(undefined);
    setSession({ state: 'out', message });
  }, []);

  // Of somebody who was signed in it is said.
  const ended = useCallback((): void => {
    void forget();
    setOfflineSince(undefined);
    setSession((before) => ({
      state: 'out',
      message: before.state === 'in' ? words.sessionOver : undefined,
    }));
  }, [words]);

  const resume = useCallback(async (): Promise<void> => {
    try {
      if (!(await city.account.resume())) return ended();
      signedIn(await city.account.me());
    } catch (error) {
      if (!isForNow(error)) return ended();
      const last = await seen.get<LastWho>(LAST);
      if (!last) return setSession({ state: 'out', message: words.offline });
      setOfflineSince((since) => since ?? last.at);
      setSession((now) => (now.state === 'in' ? now : { state: 'in', who: last }));
    }
  }, [city, words, signedIn, ended]);
  useEffect(() => void resume(), [resume]);
  useReturn(offlineSince !== undefined, resume);

  const remember = useCallback<Remember>(
    async (key, load) => {
      const { content, since } = await rememberFor(account, key, load);
      // The oldest of what is shown.
      if (since !== undefined) setOfflineSince((before) => (before && before < since ? before : since));
      return content;
    },
    [account],
  );
  return useMemo(
    () => ({ session, offlineSince, remember, resume, signedIn, signedOut }),
    [session, offlineSince, remember, resume, signedIn, signedOut],
  );
}
