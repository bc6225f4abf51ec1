import { Typography } from '@strapi/design-system';
import { PanelBox } from '#src/admin/components/panel-box';
import type { Choices } from '#src/plugins/portal-feed/server/src/contract';
import type { FormDraft } from '../domain/form-draft';
import { useText } from '../translations/use-text';
import { FilterField } from './filter-field';
import type { FieldMessages } from './use-portal-form';

interface Props {
  readonly draft: FormDraft;
  readonly choices: Choices;
  readonly messages: FieldMessages;
  readonly onChange: (changes: Partial<FormDraft>) => void;
}

/** What the portal gets: what there is to ask for, as the server says. */
export function FilterFields({ draft: { filter }, choices, messages, onChange }: Props) {
  const text = useText();
  return (
    <PanelBox title={text('form.filter')}>
      <Typography textColor="neutral600">{text('form.filter.text')}</Typography>
      {choices.map((field) => (
        <FilterField
          key={field.key}
          field={field}
          value={filter[field.key] ?? null}
          messages={messages}
          onChange={(value) => onChange({ filter: { ...filter, [field.key]: value } })}
        />
      ))}
    </PanelBox>
  );
}
