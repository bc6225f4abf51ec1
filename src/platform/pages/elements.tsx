import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { problemAtField } from './problem-said';
import { ONLY_FORM, type FormValues, type Problem, type RefusedForm } from './page';

/** A field of a form. */
export interface FieldOfForm {
  readonly name: string;
  readonly label: string;
  /** Of an `<input>`, or `textarea` or `checkbox`; default: `text` */
  readonly type?: string;
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Asked for, though not of everyone: neither required nor called optional. */
  readonly isAskedFor?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly hint?: string;
  /** The parameter of the address's fragment that the page's script writes into it. */
  readonly fromFragment?: string;
}

interface FormProps {
  readonly language: Language;
  /** The parameter `action` of the path that it is sent to, if it has one. */
  readonly name?: string;
  /** The path that it is sent to. */
  readonly action: string;
  /** On the button. */
  readonly label: string;
  readonly fields?: readonly FieldOfForm[];
  /** Sent with it, and not shown. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly kind?: 'danger';
  /** Sent without an account: a challenge against robots goes with it (src/platform/challenge). */
  readonly challenge?: boolean;
  /** What fields have in them before anything is typed. */
  readonly typed?: FormValues;
  /** What was typed and refused. */
  readonly refused?: RefusedForm | undefined;
}

/** Gets the label of each field by its id, in their order, while a page is made: its summary of what is wrong names them. */
export const LabelsOfFields = createContext<Map<string, string> | undefined>(undefined);

/** The id of an input, for links to it. */
export const idOf = (form: string, field: string): string => `${form}-${field}`;

/** Paragraphs of a text that nobody has written HTML into: separated by empty lines. */
export const Paragraphs = ({ text }: { text: readonly string[] }): ReactNode =>
  text.map((paragraph, at) => (
    <p key={at} className="text">
      {paragraph}
    </p>
  ));

/** Facts with their labels. */
export const Facts = ({ facts }: { facts: readonly { label: string; value: string }[] }): ReactNode =>
  facts.length > 0 && (
    <dl className="facts">
      {facts.map(({ label, value }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

interface Listed {
  readonly title: string;
  readonly text?: readonly string[];
  readonly entries: readonly (readonly { label: string; value: string }[])[];
}

/** Things with their facts, below headings. */
export const Sections = ({ sections }: { sections: readonly Listed[] }): ReactNode =>
  sections.map(({ title, text = [], entries }, at) => (
    <section key={at} className="section">
      <h2>{title}</h2>
      <Paragraphs text={text} />
      {entries.map((facts, entry) => (
        <Facts key={entry} facts={facts} />
      ))}
    </section>
  ));

interface NextStepProps {
  readonly url: string;
  readonly label: string;
  /** Whether the page has another step that is meant first. */
  readonly isAside?: boolean;
}

/** A link that looks like a button: the next step of a page. */
export const NextStep = ({ url, label, isAside = false }: NextStepProps): ReactNode => (
  <p className="next">
    <a className={isAside ? 'button plain' : 'button'} href={url}>
      {label}
    </a>
  </p>
);

/** A sentence that stands out: what has happened, or what is missing. */
export const Notice = ({ children, kind }: { children: ReactNode; kind: 'done' | 'note' }): ReactNode => (
  <div className={`notice ${kind}`}>{children}</div>
);

interface FieldProps {
  readonly form: string;
  readonly field: FieldOfForm;
  readonly typed: string | undefined;
  readonly problems: readonly Problem[];
  readonly language: Language;
}

function Field({ form, field, typed, problems, language }: FieldProps): ReactNode {
  const { name, label, type = 'text', required = false, hint } = field;
  const id = idOf(form, name);
  useContext(LabelsOfFields)?.set(id, label);
  const described = [...(hint ? [`${id}-hint`] : []), ...(problems.length > 0 ? [`${id}-problem`] : [])];
  const input = {
    id,
    name,
    required,
    autoComplete: field.autocomplete,
    minLength: field.minLength,
    maxLength: field.maxLength,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': problems.length > 0 || undefined,
  };
  const caption = (
    <label htmlFor={id}>
      {label}
      {required || field.isAskedFor || type === 'checkbox' ? null : (
        <span className="optional"> ({CATALOGUES[language].pages.optional})</span>
      )}
    </label>
  );
  const below = (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <p className="problem" id={`${id}-problem`}>
          {problems.map((problem) => problemAtField(problem, label, language)).join(' ')}
        </p>
      )}
    </>
  );
  if (type === 'checkbox')
    return (
      <div className="field check">
        <input {...input} type="checkbox" value="yes" defaultChecked={typed !== undefined} />
        {caption}
        {below}
      </div>
    );
  return (
    <div className="field">
      {caption}
      {below}
      {type === 'textarea' ? (
        <textarea {...input} rows={6} defaultValue={typed} />
      ) : (
        <input
          {...input}
          type={type}
          // A password is typed again.
          defaultValue={type === 'password' ? undefined : typed}
          data-from-fragment={field.fromFragment}
        />
      )}
    </div>
  );
}

/** A field that robots fill in. Who has it read aloud is told to leave it empty. */
const Honeypot = ({ language, form }: { language: Language; form: string }): ReactNode => (
  <div className="unseen" aria-hidden="true">
    <label htmlFor={idOf(form, 'homepage')}>{CATALOGUES[language].pages.leaveEmpty}</label>
    <input type="text" id={idOf(form, 'homepage')} name="homepage" tabIndex={-1} autoComplete="off" />
  </div>
);

/** A form that works without JavaScript. What is wrong is named at its fields (WCAG 2.2, 3.3.1) and above the heading. */
export function Form(props: FormProps): ReactNode {
  const {
    language,
    name = ONLY_FORM,
    action,
    label,
    fields = [],
    hidden = {},
    kind,
    challenge,
    typed = {},
    refused,
  } = props;
  const { problems = [], values = typed } = refused?.form === name ? refused : {};
  return (
    <form
      method="post"
      action={action}
      className="form"
      data-challenge={challenge ? '/api/challenge' : undefined}
    >
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {challenge && <Honeypot language={language} form={name} />}
      {fields.map((field) => (
        <Field
          key={field.name}
          form={name}
          field={field}
          typed={values[field.name]}
          problems={problems.filter((problem) => problem.field === field.name)}
          language={language}
        />
      ))}
      <button type="submit" className={kind === 'danger' ? 'button danger' : 'button'}>
        {label}
      </button>
    </form>
  );
}
