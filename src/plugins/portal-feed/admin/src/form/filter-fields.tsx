import { Typography } from '@strapi/design-system';
import { PanelBox } from '#src/admin/components/panel-box';
import type { Choices } from '#src/plugins/portal-feed/server/src/contract';
import { useChoiceNames } from '../components/use-choice-names';
import type { FormDraft } from '../domain/form-draft';
import { useText } from '../translations/use-text';
import { BoxFields } from './box-fields';
import { CheckList } from './check-list';
import { PickList } from './pick-list';
import type { FieldMessages } from './use-portal-form';

interface Props {
  readonly draft: FormDraft;
  readonly choices: Choices;
  readonly messages: FieldMessages;
  readonly onChange: (changes: Partial<FormDraft>) => void;
}

/** What the portal gets. Short lists have check boxes, long ones a search field. */
export function FilterFields({ draft, choices, messages, onChange }: Props) {
  const text = useText();
  const names = useChoiceNames(choices);
  const { filter } = draft;
  const set = (list: keyof FormDraft['filter']) => (values: readonly string[]) =>
    onChange({ filter: { ...filter, [list]: values } });
  return (
    <PanelBox title={text('form.filter')}>
      <Typography textColor="neutral600">{text('form.filter.text')}</Typography>
      {(['types', 'locales'] as const).map((list) => (
        <CheckList
          key={list}
          label={text(`field.${list}`)}
          hint={text(`field.${list}.hint`)}
          error={messageOf(messages, list)}
          options={(list === 'types' ? choices.types.map(({ value }) => value) : choices.locales).map(
            (value) => ({
              value,
              label: names[list](value),
            }),
          )}
          values={filter[list]}
          onChange={set(list)}
        />
      ))}
      {(['categories', 'districts', 'postcodes'] as const).map((list) => (
        <PickList
          key={list}
          label={text(`field.${list}`)}
          hint={text(`field.${list}.hint`)}
          error={messageOf(messages, list)}
          options={
            list === 'postcodes' ? choices.postcodes.map((value) => ({ value, label: value })) : choices[list]
          }
          nameOf={names[list]}
          values={filter[list]}
          onChange={set(list)}
        />
      ))}
      <BoxFields
        box={draft.box}
        city={choices.boundingBox}
        messages={messages}
        onChange={(box) => onChange({ box })}
      />
    </PanelBox>
  );
}

/** The server names the wrong value in a list (`filter.postcodes.0`); the message is shown at the list. */
const messageOf = (messages: FieldMessages, list: string): string | undefined =>
  Object.entries(messages).find(
    ([path]) => path === `filter.${list}` || path.startsWith(`filter.${list}.`),
  )?.[1];
