import { Button, Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { LANGUAGES } from '#src/languages/languages';
import { REASONED_ACTIONS } from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReasonTemplate } from '#src/plugins/moderation/server/src/panel-contract';
import type { TemplateDraft } from '../api/use-moderation-api';
import { Choice } from '#src/admin/components/choice';
import { languageName } from '../domain/language-name';
import { useText } from '../translations/use-text';

interface Props {
  /** Null for a new one. */
  readonly template: ReasonTemplate | null;
  readonly busy: boolean;
  readonly onSave: (draft: TemplateDraft) => void;
  readonly onCancel: () => void;
}

/** Writes one template, in every language that contributors are written to in. */
export function TemplateForm({ template, busy, onSave, onCancel }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const [draft, setDraft] = useState<TemplateDraft>({
    action: template?.action ?? 'request-changes',
    name: template?.name ?? '',
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, template?.texts[language] ?? ''])),
  });
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if ([draft.name, ...Object.values(draft.texts)].every((value) => value.trim() !== '')) onSave(draft);
  };
  const missing = (value: string): string | undefined =>
    tried && value.trim() === '' ? text('templates.required') : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Choice
          label={text('templates.action')}
          value={draft.action}
          options={REASONED_ACTIONS.map((action) => ({
            value: action,
            label: text(`action.${action}.confirm`),
          }))}
          onChange={(action) => setDraft({ ...draft, action })}
        />
        <Field.Root name="name" required error={missing(draft.name)}>
          <Field.Label>{text('templates.name')}</Field.Label>
          <TextInput
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Field.Error />
        </Field.Root>
        {Object.entries(draft.texts).map(([language, value]) => (
          <Field.Root key={language} name={`text-${language}`} required error={missing(value)}>
            <Field.Label>{text('templates.text', { language: languageName(language, locale) })}</Field.Label>
            <Textarea
              value={value}
              onChange={(event) =>
                setDraft({ ...draft, texts: { ...draft.texts, [language]: event.currentTarget.value } })
              }
            />
            <Field.Error />
          </Field.Root>
        ))}
        <Flex gap={2} justifyContent="flex-end">
          <Button variant="tertiary" onClick={onCancel}>
            {text('templates.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {text('templates.save')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
