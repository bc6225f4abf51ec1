import { useForm } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { KeptInput } from './domain/kept-input';
import { changedNames, isSame, seenAfter, withTyped, type Values } from './domain/three-way';
import { sessionOf, type FormSession, type Meanwhile } from './form-session';
import { forgetKept, keep, readKept, tidyKept } from './kept-inputs';
import { addForm, pressButton, type FormKey, type Outcome } from './open-forms';
import type { FormAnswer } from './use-form-answer';

/** In milliseconds: long enough not to write on every key press, short enough not to lose a word. */
const PAUSE = 400;

interface Parameters {
  readonly key: FormKey;
  readonly user: number;
  /** Whether the document does not exist yet: a new one or a copy. */
  readonly isUnborn: boolean;
  /** Whether it is the tab with the public version, which cannot be edited. */
  readonly isPublished: boolean;
  readonly answer: FormAnswer | undefined;
  readonly reread: () => Promise<unknown>;
  readonly onMerged: (fields: readonly string[]) => void;
}

const typedIn = ({ shown }: FormSession): string[] => (shown ? changedNames(shown.base, shown.values) : []);

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** Watches one form of the content manager, so that nothing typed into it is lost (docs/adr/0043). */
export function useKeptForm({ key, user, isUnborn, isPublished, answer, reread, onMerged }: Parameters) {
  const base = useForm('KeptForm', (state) => state.initialValues) as Values;
  const values = useForm('KeptForm', (state) => state.values) as Values;
  const setValues = useForm('KeptForm', (state) => state.setValues) as (values: Values) => void;
  const [session] = useState(() => sessionOf(key, base));
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(session.meanwhile);
  const [again, setAgain] = useState<string | null>(null);
  const { offer, decided } = useOffer(session, user, base);

  const version = answer?.meta?.formVersion;
  const locale = answer?.data?.locale ?? '';
  // A new language is sent as a whole.
  const isNew = answer?.data?.id === undefined;

  // Before the next effect, since typed input is recognised by comparing it with the content it replaces.
  useEffect(() => {
    if (isPublished || !version) return;
    session.seen = seenAfter(session.seen, version, locale, typedIn(session));
  }, [session, isPublished, version, locale]);

  useEffect(() => {
    if (isPublished) return;
    const was = session.shown;
    if (!was || was.base === base) {
      session.shown = { base, values };
      return;
    }
    const merged = withTyped(base, typedIn(session), was.values);
    session.shown = { base, values: merged };
    if (!isSame(merged, values)) setValues(merged);
  }, [session, isPublished, base, values, setValues]);

  useKeeping(session, { user, locale, isOff: isPublished || offer !== null, values, base });

  const ask = useCallback(
    (next: Meanwhile | null) => {
      session.meanwhile = next;
      session.choices = {};
      setMeanwhile(next);
    },
    [session],
  );

  const heard = useCallback(
    (outcome: Outcome) => {
      if (outcome.kind === 'failed') return;
      if (outcome.kind === 'changed-meanwhile') {
        ask(outcome);
        void reread();
        return;
      }
      const { endpoint, sent, merged } = outcome;
      if (isUnborn) session.isOver = true;
      // The editor has also discarded what was typed.
      if (endpoint === 'discardDocument' && session.shown) setValues(session.shown.base);
      if (endpoint !== 'unpublishDocument') forgetKept(user, key);
      const unsent = typedIn(session).filter((name) => sent !== null && !sent.includes(name));
      if (outcome.version) session.seen = seenAfter(session.seen, outcome.version, locale, unsent);
      if (merged.length > 0) onMerged([...new Set(merged.map(({ field }) => field))]);
    },
    [session, key, user, isUnborn, locale, ask, reread, onMerged, setValues],
  );

  useEffect(() => {
    const typed = () => (isNew ? null : typedIn(session));
    return addForm(key, { typed, seen: () => session.seen, heard });
  }, [session, key, isNew, heard]);

  // Presses the refused button again once the form has applied the choices.
  useEffect(() => {
    if (!again) return;
    setAgain(null);
    void pressButton(again, key);
  }, [again, key]);

  return {
    offer: isPublished ? null : offer,
    restore: () => {
      if (!offer) return;
      const names = Object.keys(offer.fields);
      session.seen = seenAfter({ [locale]: offer.seen }, session.seen, locale, names);
      setValues({ ...values, ...offer.fields });
      decided();
    },
    discard: () => {
      forgetKept(user, key);
      decided();
    },
    meanwhile,
    chosen: session.choices,
    keepChoices: (choices: FormSession['choices']) => {
      session.choices = choices;
    },
    /** @param theirs the fields in which the present state stays */
    choose: (theirs: readonly string[]) => {
      if (!meanwhile || !session.shown) return;
      const { base: fresh, values: typed } = session.shown;
      setValues({ ...typed, ...Object.fromEntries(theirs.map((name) => [name, fresh[name]])) });
      session.seen = meanwhile.version;
      ask(null);
      setAgain(meanwhile.endpoint);
    },
    later: () => ask(null),
  };
}

/** What an earlier visit left behind, if it differs from the form. */
function useOffer(session: FormSession, user: number, base: Values) {
  const [offer, setOffer] = useState<KeptInput | null>(() => {
    if (session.offer === undefined) session.offer = leftBehind(session.key, user, base, new Date());
    return session.offer;
  });
  const decided = (): void => {
    session.offer = null;
    setOffer(null);
  };
  return { offer, decided };
}

function leftBehind(key: FormKey, user: number, base: Values, now: Date): KeptInput | null {
  tidyKept(now);
  const kept = readKept(user, key, now);
  if (!kept) return null;
  const open = Object.keys(kept.fields).filter((name) => !isSame(kept.fields[name], base[name]));
  return open.length > 0 ? { ...kept, fields: pick(kept.fields, open) } : null;
}

interface Keeping {
  readonly user: number;
  readonly locale: string;
  readonly isOff: boolean;
  readonly values: Values;
  readonly base: Values;
}

/** Writes typed input to the browser's storage, shortly after each key press and when the page closes. */
function useKeeping(session: FormSession, { user, locale, isOff, values, base }: Keeping): void {
  const write = useCallback((): boolean => {
    const typed = typedIn(session);
    if (typed.length === 0 || !session.shown || session.isOver) return false;
    keep(user, session.key, {
      at: new Date().toISOString(),
      fields: pick(session.shown.values, typed),
      seen: pick(session.seen[locale] ?? {}, typed),
    });
    return true;
  }, [session, user, locale]);

  useEffect(() => {
    if (isOff) return undefined;
    const timer = setTimeout(() => write() || forgetKept(user, session.key), PAUSE);
    return () => clearTimeout(timer);
  }, [isOff, values, base, write, user, session]);

  useEffect(() => {
    if (isOff) return undefined;
    const now = (): void => void write();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [isOff, write]);
}
