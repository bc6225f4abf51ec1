import { Box, Field, Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useId } from 'react';
import { HiddenText } from '../components/hidden-text';
import type { Option } from '../domain/matching-options';
import { useText } from '../translations/use-text';
import { PickOptions } from './pick-options';
import { usePicker } from './use-picker';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/**
 * Selects some of many: a search field, and the selected values as removable tags. Not the design system's Combobox,
 * which holds one value, keeps showing it, and traps the Tab key while it is open.
 */
export function PickList({ label, hint, error, options, values, onChange }: Props) {
  const text = useText();
  const list = useId();
  // A value that is no option any more keeps its slug.
  const nameOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  const picker = usePicker(
    options.filter(({ value }) => !values.includes(value)),
    (value) => onChange([...values, value]),
  );
  const { typed, isOpen, active, shown } = picker;
  return (
    <Field.Root hint={hint} error={error} maxWidth="64rem">
      <Field.Label>{label}</Field.Label>
      <Box position="relative">
        <TextInput
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${list}-${active}` : undefined}
          autoComplete="off"
          placeholder={text('pick.placeholder')}
          value={typed}
          onChange={(event) => picker.type(event.currentTarget.value)}
          onKeyDown={picker.onKeyDown}
          onClick={picker.open}
          onBlur={picker.close}
        />
        <PickOptions
          id={list}
          label={label}
          options={isOpen ? shown : null}
          active={active}
          onPick={picker.pick}
        />
      </Box>
      <HiddenText role="status">{isOpen && text('pick.count', { count: shown.length })}</HiddenText>
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
