import { parseKept, staleKeys, writtenKept, type KeptInput } from './domain/kept-input';

const PREFIX = 'stadtverbund.typed:';

// After a deliberate log-out nothing from that session is written any more, whatever a form does as it closes.
let closed = false;

const keyFor = (user: number, form: string): string => `${PREFIX}${user}:${form}`;

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );
}

/** Deletes what is too old or too much. Call when a form opens. */
export function tidyKept(now: Date): void {
  closed = false;
  const all = new Map(keys().map((key) => [key, localStorage.getItem(key)]));
  for (const key of staleKeys(all, now)) localStorage.removeItem(key);
}

/** What one user has typed into one form in this browser and not saved. */
export const readKept = (user: number, form: string, now: Date): KeptInput | null =>
  parseKept(localStorage.getItem(keyFor(user, form)), now);

export function keep(user: number, form: string, input: KeptInput): void {
  const text = closed ? null : writtenKept(input);
  if (text === null) return;
  try {
    localStorage.setItem(keyFor(user, form), text);
  } catch (error) {
    // The storage is full or switched off; the form itself still has the input.
    console.warn('What was typed could not be kept in this browser.', error);
  }
}

export const forgetKept = (user: number, form: string): void => localStorage.removeItem(keyFor(user, form));

/** Logging out leaves nothing behind in this browser. */
export function forgetAllKept(): void {
  closed = true;
  for (const key of keys()) localStorage.removeItem(key);
}
