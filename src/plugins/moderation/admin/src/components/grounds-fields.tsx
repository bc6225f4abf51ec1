import { Field, TextInput } from '@strapi/design-system';
import { Choice } from '#src/admin/components/choice';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import { useText } from '../translations/use-text';

const BASES = ['other', 'illegal', 'terms'] as const;

export const NO_GROUNDS: Grounds = { basis: 'other' };

interface Props {
  readonly grounds: Grounds;
  readonly onGrounds: (grounds: Grounds) => void;
}

/** On which grounds something is not shown any more: who made it is told (DSA, Art. 17). */
export function GroundsFields({ grounds: { basis, norm = '' }, onGrounds }: Props) {
  const text = useText();
  return (
    <>
      <Choice
        label={text('grounds.basis')}
        value={basis}
        options={BASES.map((value) => ({ value, label: text(`grounds.${value}`) }))}
        onChange={(value) => onGrounds({ basis: value, norm })}
      />
      {basis !== 'other' && (
        <Field.Root name="norm" required hint={text(`grounds.${basis}.hint`)}>
          <Field.Label>{text(`grounds.${basis}.norm`)}</Field.Label>
          <TextInput
            name="norm"
            value={norm}
            maxLength={300}
            onChange={(event) => onGrounds({ basis, norm: event.currentTarget.value })}
          />
          <Field.Hint />
        </Field.Root>
      )}
    </>
  );
}
