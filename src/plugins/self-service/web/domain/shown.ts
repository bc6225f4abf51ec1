import type { FormField } from '@stadtverbund/client';
import { amountOf } from './money';
import { clockOf } from './moments';
import { isValues, textIn } from './values';
import { isEmpty } from './written';

interface Showing {
  readonly language: 'de' | 'en';
  readonly timeZone: string;
  readonly words: {
    readonly yes: string;
    readonly no: string;
    readonly nothing: string;
    readonly picture: string;
  };
}

const nameOf = (one: unknown): string =>
  isValues(one) ? textIn(one, 'name', 'title', 'documentId') : String(one);

function single(field: FormField, value: unknown, showing: Showing): string {
  const { words, language, timeZone } = showing;
  const inner = field.fields ?? [];
  switch (field.kind) {
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    case 'yes-no':
      return value === true ? words.yes : words.no;
    case 'money':
      return typeof value === 'number' ? `${amountOf(value, language)} €` : String(value);
    case 'moment':
      return clockOf(String(value), timeZone).replace('T', ' ');
    case 'relation':
      return nameOf(value);
    case 'file':
    case 'files':
      return words.picture;
    default:
      if (inner.length === 0 || !isValues(value)) return String(value);
      return inner
        .filter(({ name }) => !isEmpty(value[name]))
        .map((one) => `${one.label}: ${shownValue(one, value[one.name], showing)}`)
        .join(', ');
  }
}

/** A value as text, to be compared by people. */
export function shownValue(field: FormField, value: unknown, showing: Showing): string {
  if (isEmpty(value)) return showing.words.nothing;
  if (!Array.isArray(value)) return single(field, value, showing);
  return value.map((one) => single(field, one, showing)).join('\n');
}
