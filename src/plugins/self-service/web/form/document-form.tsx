import type { FormField } from '@stadtverbund/client';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { timeIn } from '../domain/days';
import { labelAt } from '../domain/label-at';
import { openSections, sectionsOf, type Section } from '../domain/layout';
import { isToSubmit, remarkOf } from '../domain/standing';
import { isWithin, type Path } from '../domain/values';
import { isEmpty } from '../domain/written';
import { Act, Said } from '../parts';
import { useSending } from '../sending';
import { Conflicts } from './conflicts';
import { editorOf } from './editors';
import { FormProvider, type FieldTrouble, type Remark } from './form-context';
import { FormFields } from './form-fields';
import { FormTroubles } from './form-troubles';
import { useEntered, type About, type EnteredForm, type Subject } from './use-entered';

const FORM_ID = 'entry';

/** A part that folds up. It says whether something is in it, and opens when something in it is wrong. */
function Folded(props: {
  readonly section: Section;
  readonly entered: EnteredForm;
  readonly troubles: readonly FieldTrouble[];
  readonly remark: Remark | undefined;
}): ReactNode {
  const { words } = useApp();
  const { section, entered, troubles, remark } = props;
  const details = useRef<HTMLDetailsElement>(null);
  const names = new Set(section.fields.map(({ name }) => name));
  const hasTrouble = troubles.some(({ path }) => names.has(String(path[0])));
  useEffect(() => {
    if (hasTrouble && details.current) details.current.open = true;
  }, [hasTrouble, troubles]);
  const isFilled = section.fields.some(({ name, default: first }) => {
    const value = entered.values[name];
    return !isEmpty(value) && value !== first;
  });
  const isAsked = section.fields.some(({ name }) => remark?.about.includes(name));
  return (
    <details className="part" ref={details} open={isAsked || undefined}>
      <summary>
        <h2>{section.label ?? words.form.further}</h2>
        <span className="hint">{isFilled ? words.form.filled : words.form.empty}</span>
      </summary>
      <FormFields fields={section.fields} />
    </details>
  );
}

/** What has become of what was saved, in words. */
function useOutcome(fields: readonly FormField[]): (subject: Subject) => string {
  const { words } = useApp();
  const labels = (paths: readonly string[]): string =>
    paths.map((path) => labelAt(fields, path.split('.')) || path).join('; ');
  return ({ meta }) => {
    const { public: shown = [], waiting = [] } = meta?.edit ?? {};
    const parts = [words.form.saved];
    if (shown.length > 0) parts.push(words.form.publicNow(labels(shown)));
    if (waiting.length > 0) parts.push(words.form.waiting(labels(waiting)));
    return parts.join(' ');
  };
}

/** The way back to what the city has, for what was found on this device. */
function Restored({ restoredAt, undo }: Pick<EnteredForm, 'restoredAt' | 'undo'>): ReactNode {
  const { words } = useApp();
  const [isAsking, setIsAsking] = useState(false);
  if (restoredAt === undefined) return null;
  return (
    <div className="notice" role="status">
      <p>{words.form.restored(timeIn(restoredAt, words.dates))}</p>
      {isAsking ? (
        <div className="row">
          <Act label={words.form.reallyUndo} kind="danger" onAct={undo} />
          <Act label={words.form.keepTyped} kind="plain" onAct={() => setIsAsking(false)} />
        </div>
      ) : (
        <Act label={words.form.undo} kind="plain" onAct={() => setIsAsking(true)} />
      )}
    </div>
  );
}

export interface DocumentFormProps {
  readonly about: About;
  /** Only what is public at once is in it, so that nothing has to be submitted. */
  readonly isQuick?: boolean;
  readonly onSaved: (subject: Subject) => void;
  /** After it was handed to the editors. */
  readonly onSubmitted: (subject: Subject) => void;
}

/** A form about a document, made of what the server says of its fields. */
export function DocumentForm(props: DocumentFormProps): ReactNode {
  const { about, isQuick = false, onSaved, onSubmitted } = props;
  const { fields, draftKey } = about;
  const { words, city } = useApp();
  const entered = useEntered(about);
  const sending = useSending();
  const outcome = useOutcome(fields);
  const [said, setSaid] = useState<string>();
  const [touched, setTouched] = useState<readonly Path[]>([]);
  // What was said of a value is over when there is another.
  const troubles = sending.troubles.filter(({ path }) => !touched.some((one) => isWithin(path, one)));
  const remark = remarkOf(entered.subject.meta);
  const sections = isQuick ? openSections(fields) : sectionsOf(fields);

  const save = async (use: 'keep' | 'submit'): Promise<Subject> => {
    setSaid(undefined);
    setTouched([]);
    const stored = await entered.save(use);
    onSaved(stored);
    return stored;
  };
  const saveOnly = (): void => void sending.send(async () => setSaid(outcome(await save('keep'))));
  const submit = (): void =>
    void sending.send(async () => {
      const stored = await save('submit');
      if (stored.documentId === undefined || !isToSubmit(stored.meta)) return setSaid(outcome(stored));
      await city.mine.take('submit', draftKey.collection, stored.documentId, { locale: draftKey.locale });
      onSubmitted(stored);
    });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isQuick) saveOnly();
    else submit();
  };

  return (
    <FormProvider
      value={{
        id: FORM_ID,
        remark,
        values: entered.values,
        troubles,
        set: (path, value) => {
          setTouched((before) => [...before, path]);
          entered.set(path, value);
        },
        editorOf,
      }}
    >
      <Restored {...entered} />
      <FormTroubles form={{ id: FORM_ID }} fields={fields} troubles={troubles} summary={sending.summary} />
      <Conflicts {...entered} />
      <form className="form entry" noValidate onSubmit={onSubmit} aria-busy={sending.isSending || undefined}>
        {sections.map((section, at) =>
          section.kind === 'first' ? (
            <FormFields key={at} fields={section.fields} />
          ) : (
            <Folded key={at} section={section} entered={entered} troubles={troubles} remark={remark} />
          ),
        )}
        <div className="bar">
          <Said>{said}</Said>
          <div className="row">
            <button type="submit" className="button">
              {sending.isSending ? words.form.sending : isQuick ? words.form.save : words.form.submit}
            </button>
            {!isQuick && <Act label={words.form.saveOnly} kind="plain" onAct={saveOnly} />}
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
