import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Editing } from './editor';
import { fieldId, useForm, useTroublesAt } from './form-context';

interface LineFieldProps extends Editing<string> {
  /** What is seen at once, before the city is asked. */
  readonly troubles?: readonly string[];
  readonly input?: Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'value' | 'onChange' | 'type'>;
  readonly className?: string;
}

/** A line of text in a group, with its label, help, and what is wrong with it. */
export function LineField({
  field,
  path,
  value,
  onChange,
  input,
  className,
  ...props
}: LineFieldProps): ReactNode {
  const id = fieldId(useForm(), path);
  const troubles = [...useTroublesAt(path), ...(props.troubles ?? [])];
  const described = [field.help && `${id}-help`, troubles.length > 0 && `${id}-problem`].filter(Boolean);
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id}>{field.label}</label>
      {field.help && (
        <p className="hint" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      {troubles.length > 0 && (
        <p className="problem" id={`${id}-problem`}>
          {troubles.join(' ')}
        </p>
      )}
      <input
        type="text"
        {...input}
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        aria-invalid={troubles.length > 0 || undefined}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      />
    </div>
  );
}
