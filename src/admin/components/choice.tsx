import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

/** One of a few, with a visible label. */
export function Choice<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  return (
    <Field.Root hint={hint} minWidth="20rem">
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        onChange={(chosen) => {
          const option = options.find((candidate) => candidate.value === String(chosen));
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}
