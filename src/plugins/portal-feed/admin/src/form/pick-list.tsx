import { Combobox, ComboboxOption, Field, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { useText } from '../translations/use-text';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** How a value is called that is no option (any more). */
  readonly nameOf: (value: string) => string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Some of many: a field that searches, and what was picked as tags that take it back. */
export function PickList({ label, hint, error, options, nameOf, values, onChange }: Props) {
  const text = useText();
  const left = options.filter(({ value }) => !values.includes(value));
  // The field is made anew after each pick: it would keep showing what was picked.
  const [picks, setPicks] = useState(0);
  const pick = (value: string | undefined): void => {
    if (!value || values.includes(value)) return;
    onChange([...values, value]);
    setPicks((count) => count + 1);
  };
  return (
    <Field.Root hint={hint} error={error} maxWidth="64rem">
      <Field.Label>{label}</Field.Label>
      <Combobox
        key={picks}
        autoFocus={picks > 0}
        autocomplete={{ type: 'list', filter: 'contains' }}
        placeholder={text('pick.placeholder')}
        clearLabel={text('pick.clear')}
        noOptionsMessage={() => text('pick.none')}
        onChange={(value) => pick(value)}
      >
        {left.map((option) => (
          <ComboboxOption key={option.value} value={option.value} textValue={option.label}>
            {option.label}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
      <Field.Hint />
      {values.length > 0 && (
        <Flex tag="ul" aria-label={text('pick.picked', { name: label })} gap={2} wrap="wrap" paddingTop={1}>
          {values.map((value) => (
            <li key={value}>
              <Tag
                icon={<Cross aria-hidden />}
                label={text('pick.remove', { name: nameOf(value) })}
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                {nameOf(value)}
              </Tag>
            </li>
          ))}
        </Flex>
      )}
    </Field.Root>
  );
}
