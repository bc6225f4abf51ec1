import type { FormField } from '@stadtverbund/client';
import { useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { normalPostcode } from '#src/domain/places';
import { useApp } from '../../app-context';
import { isEmpty } from '../../domain/written';
import type { Editing } from '../editor';
import { FieldFrame, FieldGroup } from '../field-frame';
import { FormProvider, useForm } from '../form-context';
import type { Address } from './domain/likely-place';

/** How the parts of an address are typed; one that is not here is plain text. */
const INPUTS: Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>> = {
  street: { autoComplete: 'address-line1' },
  houseNumber: { autoComplete: 'off' },
  postcode: { autoComplete: 'postal-code', inputMode: 'numeric' },
  place: { autoComplete: 'address-level2' },
};

const DIGITS = 5;

/** Whether it can be no postcode however it goes on. */
const isBeyond = (text: string): boolean =>
  text.trim().length >= DIGITS || [...text].some((letter) => !'0123456789 '.includes(letter));

interface PartProps {
  readonly editing: Editing<string>;
  /** What is seen of it at once. */
  readonly problem: string | undefined;
  readonly onLeft: () => void;
}

function Part({ editing, problem, onLeft }: PartProps): ReactNode {
  const form = useForm();
  const { field, path, value, onChange } = editing;
  const troubles = problem === undefined ? form.troubles : [...form.troubles, { path, message: problem }];
  return (
    <FormProvider value={{ ...form, troubles }}>
      <FieldFrame editing={editing}>
        {(own) => (
          <input
            type="text"
            {...INPUTS[field.name]}
            {...own}
            value={value ?? ''}
            onBlur={onLeft}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          />
        )}
      </FieldFrame>
    </FormProvider>
  );
}

/** What everyone knows of an address needs no help, which would part the fields beside each other. */
function plain(field: FormField): FormField {
  const { help: _, ...rest } = field;
  return field.name in INPUTS ? rest : field;
}

/** An address: two parts beside each other where they are short. */
export function AddressEditor(editing: Editing<Address>): ReactNode {
  const { words, settings } = useApp();
  const { field, path, value, onChange } = editing;
  const [isLeft, setIsLeft] = useState(false);
  const enter = (name: string, text: string | null): void => {
    // Most are in the city itself; who is elsewhere writes over it.
    const first = isEmpty(value) && name !== 'place' && text !== null ? { place: settings.cityName } : {};
    onChange({ ...value, ...first, [name]: text });
    if (name === 'postcode') setIsLeft(false);
  };
  const postcode = value?.postcode ?? '';
  const isWrong = postcode !== '' && normalPostcode(postcode) === undefined;
  return (
    <FieldGroup editing={editing}>
      <div className="address">
        {(field.fields ?? []).map((part) => (
          <Part
            key={part.name}
            editing={{
              field: plain(part),
              path: [...path, part.name],
              value: (value as Readonly<Record<string, string | null>> | null)?.[part.name] ?? null,
              onChange: (text) => enter(part.name, text),
            }}
            problem={
              part.name === 'postcode' && isWrong && (isLeft || isBeyond(postcode))
                ? words.place.postcode
                : undefined
            }
            onLeft={() => part.name === 'postcode' && setIsLeft(true)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
