import { useEffect, useRef, useState, type RefObject } from 'react';
import { useApp } from './app-context';
import { isSignedOut, troublesOf, type Trouble } from './domain/refusal';

export interface Sending {
  readonly isSending: boolean;
  readonly troubles: readonly Trouble[];
  /** The list of them, which is focused when it comes. */
  readonly summary: RefObject<HTMLDivElement>;
  /** Runs it unless it runs already. @returns whether it went well */
  readonly send: (work: () => Promise<void>) => Promise<boolean>;
}

/**
 * Sends something and keeps what was wrong with it.
 * @param fields of the form that it is about
 * @param opens whether it signs somebody in: a 401 is then about what was typed
 */
export function useSending(fields: readonly string[] = [], { opens = false } = {}): Sending {
  const { words, signedOut } = useApp();
  const [isSending, setIsSending] = useState(false);
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (troubles.length > 0) summary.current?.focus();
  }, [troubles]);

  const send = async (work: () => Promise<void>): Promise<boolean> => {
    if (isSending) return false;
    setIsSending(true);
    setTroubles([]);
    try {
      await work();
      return true;
    } catch (error) {
      if (!opens && isSignedOut(error)) signedOut(words.sessionOver);
      else setTroubles(troublesOf(error, fields, words));
      return false;
    } finally {
      setIsSending(false);
    }
  };
  return { isSending, troubles, summary, send };
}
