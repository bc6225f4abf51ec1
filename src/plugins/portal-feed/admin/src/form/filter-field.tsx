import type { Choices } from '#src/plugins/portal-feed/server/src/contract';
import { useOptionName } from '../components/use-option-name';
import { isBoxDraft, type DraftValue } from '../domain/form-draft';
import { BoxFields } from './box-fields';
import { CheckList } from './check-list';
import { FlagField } from './flag-field';
import { PickList } from './pick-list';
import type { FieldMessages } from './use-portal-form';

interface Props {
  readonly field: Choices[number];
  readonly value: DraftValue;
  readonly messages: FieldMessages;
  readonly onChange: (value: DraftValue) => void;
}

/** One criterion of what a portal gets. Short lists are ticked, long ones are searched. */
export function FilterField({ field, value, messages, onChange }: Props) {
  const nameOf = useOptionName();
  const { key, label, hint } = field;
  if (field.kind === 'box')
    return (
      <BoxFields
        label={label}
        hint={hint}
        box={isBoxDraft(value) ? value : null}
        city={field.city}
        messageAt={(edge) => messages[edge ? `filter.${key}.${edge}` : `filter.${key}`]}
        onChange={onChange}
      />
    );
  const error = messageOf(messages, key);
  if (field.kind === 'flag')
    return <FlagField label={label} hint={hint} error={error} checked={value === true} onChange={onChange} />;
  const options = field.options.map((option) => ({ value: option.value, label: nameOf(option) }));
  const values = Array.isArray(value) ? (value as readonly string[]) : [];
  const props = { label, hint, error, options, values, onChange };
  return field.kind === 'few' ? <CheckList {...props} /> : <PickList {...props} />;
}

/** The server names the value in a list that is wrong (`filter.postcodes.0`); the message stands at the list. */
const messageOf = (messages: FieldMessages, key: string): string | undefined =>
  Object.entries(messages).find(
    ([path]) => path === `filter.${key}` || path.startsWith(`filter.${key}.`),
  )?.[1];
