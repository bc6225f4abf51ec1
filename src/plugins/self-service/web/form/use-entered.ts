import type { DocumentState, FormField } from '@stadtverbund/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApp } from '../app-context';
import type { City } from '../city';
import { rebased, type Conflict, type Entered } from '../domain/rebase';
import { missingIn } from '../domain/missing';
import { hasNoAnswer, isOutdated, NotReady } from '../domain/refusal';
import { unreadableIn } from '../domain/unreadable';
import { textIn, withValueAt, type Path, type Values } from '../domain/values';
import { changedFields, changesOf, isEmpty } from '../domain/written';
import { uploadPending, withUploaded } from './photos/upload-pending';
import { forgetDraft, keepDraft, type Attempt, type DraftKey, type KeptDraft } from '../kept/drafts';

/** A document as the city has it, or as a new one begins. */
export interface Subject {
  /** None while the city does not know it. */
  readonly documentId?: string;
  readonly values: Values;
  readonly etag?: string | undefined;
  readonly meta?: DocumentState & {
    readonly edit?: { readonly public: readonly string[]; readonly waiting: readonly string[] };
  };
}

/** What a form is about. */
export interface About {
  readonly draftKey: DraftKey;
  readonly fields: readonly FormField[];
  /** The field that names the document. */
  readonly naming: string;
  readonly subject: Subject;
  /** What was typed into it before, and not sent. */
  readonly kept: KeptDraft | undefined;
}

/** What is entered in a form, and what can be done with it. */
export interface EnteredForm {
  readonly subject: Subject;
  readonly values: Values;
  readonly conflicts: readonly Conflict[];
  /** Whether something is entered that the city does not have. */
  readonly isChanged: boolean;
  /** When it was typed what was found on this device. */
  readonly restoredAt: string | undefined;
  readonly set: (path: Path, value: unknown) => void;
  readonly decide: (conflict: Conflict, value: unknown) => void;
  /** Throws away what was typed. */
  readonly undo: () => void;
  /**
   * Stores it.
   * @param use what for: to be submitted, it has to be complete
   * @returns the document as it is stored
   * @throws NotReady, or what the city refuses
   */
  readonly save: (use: 'keep' | 'submit') => Promise<Subject>;
}

interface State extends Entered {
  readonly subject: Subject;
  readonly conflicts: readonly Conflict[];
}

// Of what is new the city has nothing: all of it is to be sent.
const baseOf = ({ documentId, values }: Subject): Values => (documentId === undefined ? {} : values);

const untouched = (subject: Subject): State => ({
  subject,
  base: baseOf(subject),
  values: subject.values,
  conflicts: [],
});

const begun = ({ fields, subject, kept }: About): State =>
  kept ? { subject, ...rebased(fields, kept, baseOf(subject)) } : untouched(subject);

/** A new document is kept under its own name as soon as it has one. */
const keyFor = (key: DraftKey, { documentId }: Subject): DraftKey =>
  key.place === 'new' && documentId !== undefined ? { ...key, place: 'edit', id: documentId } : key;

/** Calls it after each change, and before the page is put away: a page that is closed at once has lost nothing. */
function useAfterEach(changing: unknown, call: () => void): void {
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => latest.current(), [changing]);
  useEffect(() => {
    const now = (): void => latest.current();
    // On phones it is the last thing that a page hears of.
    document.addEventListener('visibilitychange', now);
    return () => document.removeEventListener('visibilitychange', now);
  }, []);
}

const CLOCKS_MAY_DIFFER_MS = 600_000;

/** Sends documents of a collection in a language. */
function senderOf(
  { mine }: City,
  { fields, naming }: Pick<About, 'fields' | 'naming'>,
  { collection, locale }: DraftKey,
) {
  return {
    async read(documentId: string): Promise<Subject> {
      const { data, meta, etag } = await mine.get(collection, documentId, { locale });
      return { documentId, values: data, meta, etag };
    },
    async store({ documentId, etag }: Subject, data: Values): Promise<Subject> {
      if (documentId !== undefined) {
        const answer = await mine.update(collection, documentId, data, { locale, etag });
        return { documentId, values: answer.data, meta: answer.meta, etag: answer.etag };
      }
      const { data: values, meta, etag: first } = await mine.create(collection, data, { locale });
      return { documentId: String((values as Values)['documentId']), values, meta, etag: first };
    },
    changes: (base: Values, values: Values): Values => changesOf(fields, base, values),
    /** What was made of an attempt whose answer got lost on its way: the newest draft since then of this name and business. */
    async made({ at, values }: Attempt): Promise<Subject | undefined> {
      const { data, meta } = await mine.list(collection, { locale, pageSize: 100 });
      const since = Date.parse(at) - CLOCKS_MAY_DIFFER_MS;
      const belonging = fields.filter(({ relation }) => relation?.own);
      const found = (data as readonly Values[]).find(
        (one) =>
          textIn(one, naming) === textIn(values, naming).trim() &&
          changedFields(belonging, one, values).length === 0 &&
          meta.documents[textIn(one, 'documentId')]?.publication === 'none' &&
          Date.parse(textIn(one, 'createdAt')) >= since,
      );
      return found && this.read(textIn(found, 'documentId'));
    },
  };
}

const isAny = (changes: Values): boolean => Object.keys(changes).length > 0;

/**
 * What is entered into a form about a document: kept on this device while it is typed, and put together with what others
 * have changed meanwhile.
 */
export function useEntered(about: About): EnteredForm {
  const { draftKey, fields, naming } = about;
  const { city, words } = useApp();
  const [state, setState] = useState<State>(() => begun(about));
  const [restoredAt, setRestoredAt] = useState(about.kept?.typedAt);
  const now = useRef(state);
  const attempt = useRef(about.kept?.attempt);
  const hasKept = useRef(about.kept !== undefined);
  const put = (next: State): State => {
    now.current = next;
    setState(next);
    return next;
  };
  const { place, collection, id, locale, account } = draftKey;
  const sender = useMemo(
    () => senderOf(city, { fields, naming }, { place, collection, id, locale, account }),
    [city, fields, naming, place, collection, id, locale, account],
  );
  const { subject } = state;
  const isChanged = isAny(
    sender.changes(subject.documentId === undefined ? about.subject.values : state.base, state.values),
  );
  const key = keyFor(draftKey, subject);

  const keep = async (): Promise<void> => {
    const { base, values } = now.current;
    const draft: KeptDraft = {
      base,
      values,
      typedAt: new Date().toISOString(),
      name: textIn(values, naming),
      ...(attempt.current ? { attempt: attempt.current } : {}),
    };
    if (isChanged) hasKept.current = await keepDraft(key, draft);
    // Typed and taken back again.
    else if (hasKept.current) await forgetDraft(key);
  };
  useAfterEach(state.values, () => void keep());

  const set = useCallback((path: Path, value: unknown) => {
    const { values } = now.current;
    now.current = { ...now.current, values: withValueAt(values, path, value) as Values };
    setState(now.current);
  }, []);

  const decide = (conflict: Conflict, value: unknown): void => {
    const { values, conflicts } = now.current;
    put({
      ...now.current,
      values: { ...values, [conflict.field.name]: value },
      conflicts: conflicts.filter((other) => other !== conflict),
    });
  };

  const undo = (): void => {
    void forgetDraft(key);
    setRestoredAt(undefined);
    put(untouched(now.current.subject));
  };

  /** What others have changed meanwhile is put together with what is sent, or has to be decided. */
  async function storeUponNewer(documentId: string, sent: Values): Promise<Subject> {
    const fresh = await sender.read(documentId);
    const { base } = now.current;
    const { values } = rebased(fields, { base, values: sent }, fresh.values);
    // Meanwhile somebody may have typed on.
    const next = put({ subject: fresh, ...rebased(fields, now.current, fresh.values) });
    if (next.conflicts.length > 0) throw new NotReady([{ path: [], message: words.form.changedElsewhere }]);
    return sender.store(fresh, sender.changes(fresh.values, values));
  }

  /** Nothing is made twice because an answer got lost. */
  async function adoptMade(sent: Values): Promise<void> {
    if (now.current.subject.documentId !== undefined) return;
    const made = attempt.current && (await sender.made(attempt.current));
    if (made) put({ ...now.current, subject: made, base: made.values });
    else attempt.current = { at: new Date().toISOString(), values: sent };
    // Before it is sent: the page may be gone when the answer comes.
    await keep();
  }

  async function store(sent: Values): Promise<Subject> {
    await adoptMade(sent);
    const { subject: before, base } = now.current;
    const changes = sender.changes(base, sent);
    if (before.documentId !== undefined && !isAny(changes)) return before;
    try {
      return await sender.store(before, changes);
    } catch (error) {
      // It was refused, so nothing was made.
      if (!hasNoAnswer(error)) attempt.current = undefined;
      if (!isOutdated(error) || before.documentId === undefined) throw error;
      return storeUponNewer(before.documentId, sent);
    }
  }

  function assertReady(sent: Values, use: 'keep' | 'submit'): void {
    if (now.current.conflicts.length > 0) throw new NotReady([{ path: [], message: words.form.decideFirst }]);
    // What has no name yet would be an empty line in every list.
    const missing =
      use === 'submit'
        ? missingIn(fields, sent, { locale })
        : [[naming]].filter(([name]) => isEmpty(sent[name ?? '']) && fields.some((one) => one.name === name));
    const troubles = [
      ...missing.map((path) => ({ path, message: words.form.missing })),
      ...unreadableIn(fields, sent).map(({ path, kind }) => ({ path, message: words.form.unreadable[kind] })),
    ];
    if (troubles.length > 0) throw new NotReady(troubles);
  }

  async function save(use: 'keep' | 'submit'): Promise<Subject> {
    const { values: entered } = now.current;
    assertReady(entered, use);
    const sent = await uploadPending(entered, city.mine);
    put({ ...now.current, values: withUploaded(now.current.values) });
    const stored = await store(sent);
    await forgetDraft(key);
    setRestoredAt(undefined);
    // What was typed while it was on its way is still to be stored.
    const typedSince = rebased(fields, { base: sent, values: now.current.values }, stored.values);
    put({ ...typedSince, subject: stored, conflicts: [] });
    return stored;
  }

  const { values, conflicts } = state;
  return { subject, values, conflicts, isChanged, restoredAt, set, decide, undo, save };
}
