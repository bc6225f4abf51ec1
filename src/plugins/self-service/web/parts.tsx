import { createContext, useContext, type FormEvent, type MouseEvent, type ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Form } from 'react-aria-components/Form';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useApp } from './app-context';
import type { Place } from './domain/place';
import type { Loaded } from './loaded';
import type { Sending } from './sending';

/** A link to another place of the app. */
export function PlaceLink(props: {
  readonly to: Place;
  readonly className?: string;
  readonly isCurrent?: boolean;
  /** What is read aloud, where several links say the same. */
  readonly label?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { hrefOf, go } = useApp();
  const follow = (event: MouseEvent): void => {
    // A new tab is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(props.to);
  };
  return (
    <a
      className={props.className}
      href={hrefOf(props.to)}
      onClick={follow}
      aria-label={props.label}
      aria-current={props.isCurrent ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}

/** What was wrong, with links to the fields. */
export function Troubles({
  troubles,
  summary,
  form,
}: Pick<Sending, 'troubles' | 'summary'> & { form: string }): ReactNode {
  const { words } = useApp();
  if (troubles.length === 0) return null;
  const isAboutFields = troubles.some(({ field }) => field !== undefined);
  return (
    <div className="problems" role="alert" tabIndex={-1} ref={summary}>
      <h2>{isAboutFields ? words.problems : words.refused}</h2>
      <ul>
        {troubles.map(({ field, message }, at) => (
          <li key={at}>{field === undefined ? message : <a href={`#${form}-${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** The form around a field. */
const Around = createContext({ form: '', troubles: [] as Sending['troubles'] });

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'textarea';
  readonly autoComplete?: string;
  readonly defaultValue?: string;
}

/** A labelled field of a form; what is wrong with it is said at it. */
export function Field(props: FieldProps): ReactNode {
  const { name, label, hint, type = 'text', autoComplete } = props;
  const { form, troubles } = useContext(Around);
  const own = troubles.filter(({ field }) => field === name).map(({ message }) => message);
  return (
    <TextField
      className="field"
      id={`${form}-${name}`}
      name={name}
      type={type === 'textarea' ? 'text' : type}
      isInvalid={own.length > 0}
      isRequired
      validationBehavior="aria"
      defaultValue={props.defaultValue ?? ''}
      {...(autoComplete ? { autoComplete } : {})}
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="hint" elementType="p">
          {hint}
        </Text>
      )}
      <FieldError className="problem" elementType="p">
        {own.join(' ')}
      </FieldError>
      {type === 'textarea' ? (
        <TextArea rows={4} />
      ) : (
        <Input autoCapitalize={type === 'email' ? 'none' : undefined} />
      )}
    </TextField>
  );
}

interface AppFormProps {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'danger';
  readonly sending: Sending;
  readonly onSend: (values: Readonly<Record<string, string>>) => void;
  readonly children?: ReactNode;
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );

/** A form with one button, and above it what was wrong. */
export function AppForm({ name, label, kind, sending, onSend, children }: AppFormProps): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(valuesOf(event.currentTarget));
  };
  return (
    <>
      <Troubles form={name} troubles={sending.troubles} summary={sending.summary} />
      <Form
        className="form"
        onSubmit={submit}
        aria-busy={sending.isSending || undefined}
        validationBehavior="aria"
      >
        <Around.Provider value={{ form: name, troubles: sending.troubles }}>{children}</Around.Provider>
        <button type="submit" className={kind ? `button ${kind}` : 'button'}>
          {label}
        </button>
      </Form>
    </>
  );
}

// Not React Aria's, which writes a style element that the policy of pages refuses.
/** A button that does something at once. */
export function Act(props: {
  readonly label: string;
  /** What is read aloud, where several buttons say the same. */
  readonly name?: string;
  readonly kind?: 'plain' | 'danger';
  readonly onAct: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className={props.kind ? `button ${props.kind}` : 'button'}
      onClick={props.onAct}
      aria-label={props.name}
    >
      {props.label}
    </button>
  );
}

/** A sentence about what was done, which is read aloud. */
export const Said = ({ children }: { readonly children?: string | undefined }): ReactNode => (
  <div role="status">{children && <p className="notice done">{children}</p>}</div>
);

/** What is loaded, or that it is not there yet, or why not. */
export function WhenLoaded<Content>(props: {
  readonly loaded: Loaded<Content>;
  readonly reload: () => Promise<void>;
  readonly children: (content: Content) => ReactNode;
}): ReactNode {
  const { words } = useApp();
  const { loaded } = props;
  if (loaded.state === 'loading') return <p role="status">{words.waiting}</p>;
  if (loaded.state === 'there') return props.children(loaded.content);
  return (
    <div className="problems" role="alert">
      <h2>{words.refused}</h2>
      {loaded.troubles.map(({ message }, at) => (
        <p key={at}>{message}</p>
      ))}
      <Act label={words.again} kind="plain" onAct={() => void props.reload()} />
    </div>
  );
}
