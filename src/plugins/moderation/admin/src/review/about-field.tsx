import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { ReviewDetail } from '#src/plugins/moderation/server/src/panel-contract';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useText } from '../translations/use-text';

interface Props {
  readonly detail: ReviewDetail;
  readonly about: readonly string[];
  readonly onAbout: (about: readonly string[]) => void;
}

/** Which fields a reason is about: the business reads it there. */
export function AboutField({ detail, about, onAbout }: Props) {
  const text = useText();
  const { ofField } = useLabels(useSchemas());
  return (
    <Field.Root name="about" hint={text('decision.about.hint')}>
      <Field.Label>{text('decision.about')}</Field.Label>
      <MultiSelect value={[...about]} onChange={onAbout} withTags>
        {detail.attributes.map(({ name }) => (
          <MultiSelectOption key={name} value={name}>
            {ofField(detail.contentType, name)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
}
