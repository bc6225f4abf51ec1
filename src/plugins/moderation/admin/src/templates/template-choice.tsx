import { Flex, TextButton } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ReasonedAction } from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReasonTemplate } from '#src/plugins/moderation/server/src/panel-contract';
import { Choice } from '#src/admin/components/choice';
import { languageName } from '../domain/language-name';
import { useText } from '../translations/use-text';
import { textIn } from './text-in';

interface Props {
  readonly templates: readonly ReasonTemplate[];
  readonly action: ReasonedAction;
  /** The reader's language, in which the text is offered. */
  readonly language: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onEdit: () => void;
}

/** Fills in the reason from a template, and leads to editing the templates. */
export function TemplateChoice({ templates, action, language, reason, onReason, onEdit }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const textOf = (template: ReasonTemplate): string => textIn(template, language);
  const fitting = templates.filter((template) => template.action === action);
  const chosen = fitting.find((template) => textOf(template) === reason);
  const options = [
    { value: '', label: text('decision.template.none') },
    ...fitting.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {fitting.length > 0 && (
        <Choice
          label={text('decision.template')}
          hint={text('decision.template.hint', { language: languageName(language, locale) })}
          value={chosen ? String(chosen.id) : ''}
          options={options}
          onChange={(id) => {
            const template = fitting.find((candidate) => String(candidate.id) === id);
            onReason(template ? textOf(template) : '');
          }}
        />
      )}
      <TextButton onClick={onEdit}>{text('decision.templates.edit')}</TextButton>
    </Flex>
  );
}
