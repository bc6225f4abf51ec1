import type { HoursAnswer } from '@stadtverbund/client';
import { useEffect, useState } from 'react';
import { useApp } from '../../app-context';
import { troublesOf } from '../../domain/refusal';

/** What the city makes of hours that were typed, and of which text; until it has read another one that stays. */
export type Reading =
  | { readonly state: 'nothing' }
  | { readonly state: 'read'; readonly of: string; readonly answer: HoursAnswer['data'] }
  | { readonly state: 'failed'; readonly message: string };

// As long as an answer takes that was not expected before the next word.
const DELAY_MS = 400;

// What the city reads of a text.
const MAX_LENGTH = 1000;

/** Counts how often the network came back. */
function useReturns(): number {
  const [returns, setReturns] = useState(0);
  useEffect(() => {
    const back = (): void => setReturns((before) => before + 1);
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  return returns;
}

/**
 * Reads hours as the city does, some time after the last change; only what is read of the last text counts.
 * @param text plain language, or a rule
 * @param delay in milliseconds
 */
export function useReading(text: string, delay = DELAY_MS): Reading {
  const { city, words } = useApp();
  const asked = text.trim();
  const [reading, setReading] = useState<Reading>({ state: 'nothing' });
  const returns = useReturns();
  useEffect(() => {
    if (asked === '') return setReading({ state: 'nothing' });
    if (asked.length > MAX_LENGTH) return setReading({ state: 'failed', message: words.hours.tooLong });
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      try {
        const { data } = await city.directory.readHours(asked, {}, { signal: stop.signal });
        if (!stop.signal.aborted) setReading({ state: 'read', of: asked, answer: data });
      } catch (error) {
        if (stop.signal.aborted) return;
        const [trouble] = troublesOf(error, [], { ...words, offline: words.hours.offline });
        setReading({ state: 'failed', message: trouble?.message ?? words.failed });
      }
    };
    const timer = setTimeout(() => void read(), delay);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, city, delay, returns, words]);
  return reading;
}
