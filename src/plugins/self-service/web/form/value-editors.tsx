import { useEffect, useRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { clockOf, momentOf } from '../domain/moments';
import { amountOf, centsOf } from '../domain/money';
import type { Editing, Editor } from './editor';
import { FieldFrame, Hint, LabelText, Problems, useFieldProps } from './field-frame';
import { useTyped } from './use-typed';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

type InputProps = InputHTMLAttributes<HTMLInputElement>;

/** One line of text. What is too long is said, not cut off: nothing that was pasted is lost. */
const lineEditor =
  (props: InputProps): Editor<string> =>
  (editing) => (
    <FieldFrame editing={editing}>
      {(own) => (
        <input
          type="text"
          {...props}
          {...own}
          value={textOf(editing.value)}
          onChange={({ target }) => editing.onChange(target.value === '' ? null : target.value)}
        />
      )}
    </FieldFrame>
  );

export const TextEditor = lineEditor({});
export const PhoneEditor = lineEditor({ type: 'tel', inputMode: 'tel', autoComplete: 'off' });
export const EmailEditor = lineEditor({ type: 'email', autoCapitalize: 'none', autoComplete: 'off' });
export const UrlEditor = lineEditor({ inputMode: 'url', autoCapitalize: 'none', autoComplete: 'off' });
export const PostcodeEditor = lineEditor({ inputMode: 'numeric', autoComplete: 'off', className: 'short' });
export const DayEditor = lineEditor({ type: 'date', className: 'short' });

// From here on it is said how much is left.
const NEARLY_FULL = 0.8;

/** Several lines. */
export const LongTextEditor: Editor<string> = (editing) => {
  const { words } = useApp();
  const { field, value, onChange } = editing;
  const area = useRef<HTMLTextAreaElement>(null);
  const text = textOf(value);
  // As high as what is in it, so that nobody reads through a slot.
  useEffect(() => {
    if (area.current) area.current.rows = Math.max(3, Math.min(16, text.split('\n').length + 1));
  }, [text]);
  const most = field.maxLength ?? Number.POSITIVE_INFINITY;
  const left = most - [...text].length;
  return (
    <FieldFrame editing={editing}>
      {(own) => (
        <>
          <textarea
            {...own}
            ref={area}
            value={text}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          />
          {left < most * (1 - NEARLY_FULL) && (
            <p className="hint" role="status">
              {left < 0 ? words.form.tooLong(-left) : words.form.left(left)}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
};

/** A field whose value is read of the text; what cannot be read is the value itself, so that it is kept and refused. */
function ReadEditor(props: {
  readonly editing: Editing;
  readonly write: (value: unknown) => string;
  readonly read: (text: string) => unknown;
  readonly input: InputProps;
}): ReactNode {
  const { editing, write, read, input } = props;
  const [text, type] = useTyped(editing.value, { write, read }, editing.onChange);
  return (
    <FieldFrame editing={editing}>
      {(own) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...own}
          value={text}
          onChange={({ target }) => type(target.value)}
        />
      )}
    </FieldFrame>
  );
}

export const MoneyEditor: Editor = (editing) => {
  const { settings } = useApp();
  return (
    <ReadEditor
      editing={editing}
      input={{ inputMode: 'decimal', className: 'short' }}
      write={(value) => (typeof value === 'number' ? amountOf(value, settings.language) : textOf(value))}
      read={(text) => (text.trim() === '' ? null : (centsOf(text, settings.language) ?? text))}
    />
  );
};

const DECIMAL = /^-?\d+(?:[.,]\d+)?$/;

const numberIn = (text: string): unknown => {
  const plain = text.trim();
  if (plain === '') return null;
  return DECIMAL.test(plain) ? Number(plain.replace(',', '.')) : text;
};

export const NumberEditor: Editor = (editing) => {
  const { settings } = useApp();
  const comma = settings.language === 'de';
  return (
    <ReadEditor
      editing={editing}
      input={{ inputMode: editing.field.step === 1 ? 'numeric' : 'decimal', className: 'short' }}
      write={(value) => (comma ? textOf(value).replace('.', ',') : textOf(value))}
      read={numberIn}
    />
  );
};

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Words with commas between them. */
export const TextsEditor: Editor = (editing) => (
  <ReadEditor
    editing={editing}
    input={{}}
    write={(value) => (Array.isArray(value) ? value.join(', ') : '')}
    read={listed}
  />
);

export const MomentEditor: Editor = (editing) => {
  const { settings } = useApp();
  return (
    <ReadEditor
      editing={editing}
      input={{ type: 'datetime-local', className: 'short' }}
      write={(value) => (typeof value === 'string' ? clockOf(value, settings.timeZone) : '')}
      read={(text) => momentOf(text, settings.timeZone) ?? null}
    />
  );
};

export const YesNoEditor: Editor<boolean> = (editing) => {
  const { props, problems } = useFieldProps(editing);
  return (
    <div className="field check">
      <input
        type="checkbox"
        {...props}
        checked={editing.value === true}
        onChange={({ target }) => editing.onChange(target.checked)}
      />
      <label htmlFor={props.id}>{editing.field.label}</label>
      <Hint id={props.id} text={editing.field.help} />
      <Problems id={props.id} problems={problems} />
    </div>
  );
};

// More are easier to find in a list that folds up.
const MOST_AS_RADIO = 6;

export const ChoiceEditor: Editor<string> = (editing) => {
  const { field } = editing;
  return (field.options ?? []).length <= MOST_AS_RADIO && field.required ? (
    <Radios {...editing} />
  ) : (
    <Select {...editing} />
  );
};

function Select(editing: Editing<string>): ReactNode {
  const { words } = useApp();
  const { field, value, onChange } = editing;
  return (
    <FieldFrame editing={editing}>
      {(own) => (
        <select
          {...own}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          <option value="">{field.required ? words.form.choose : words.form.none}</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function Radios(editing: Editing<string>): ReactNode {
  const { words } = useApp();
  const { field, value, onChange } = editing;
  const { props, problems } = useFieldProps(editing);
  const chosen = field.options?.find((option) => option.value === value);
  return (
    <fieldset className="group" aria-describedby={props['aria-describedby']}>
      <legend>
        <LabelText {...editing} />
      </legend>
      <Hint id={props.id} text={field.help} />
      <Problems id={props.id} problems={problems} />
      {(field.options ?? []).map((option, at) => (
        <div key={option.value} className="option">
          {/* The first is where links to the field lead. */}
          <input
            type="radio"
            id={at === 0 ? props.id : `${props.id}-${option.value}`}
            name={props.id}
            checked={value === option.value}
            aria-invalid={props['aria-invalid']}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={at === 0 ? props.id : `${props.id}-${option.value}`}>
            {option.label}
            {!option.admitted && <span className="hint"> {words.form.notAdmitted}</span>}
          </label>
        </div>
      ))}
      <div role="status">
        {chosen && !chosen.admitted && <p className="notice">{words.form.notAdmittedText}</p>}
      </div>
    </fieldset>
  );
}
