import { Button, Field, Flex, Textarea, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { type ReasonTemplate, TEMPLATE_ACTIONS } from '#src/plugins/moderation/server/src/panel-contract';
import type { TemplateDraft } from '../api/use-moderation-api';
import { Choice } from '#src/admin/components/choice';
import { useText } from '../translations/use-text';

interface Props {
  /** Null for a new one. */
  readonly template: ReasonTemplate | null;
  readonly busy: boolean;
  readonly onSave: (draft: TemplateDraft) => void;
  readonly onCancel: () => void;
}

const TEXTS = ['name', 'textDe', 'textEn'] as const;
const LABELS = {
  name: 'templates.name',
  textDe: 'templates.text-de',
  textEn: 'templates.text-en',
} as const;

/** Writes one template, in both languages. */
export function TemplateForm({ template, busy, onSave, onCancel }: Props) {
  const text = useText();
  const [draft, setDraft] = useState<TemplateDraft>({
    action: template?.action ?? 'request-changes',
    name: template?.name ?? '',
    textDe: template?.textDe ?? '',
    textEn: template?.textEn ?? '',
  });
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (TEXTS.every((name) => draft[name].trim() !== '')) onSave(draft);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Choice
          label={text('templates.action')}
          value={draft.action}
          options={TEMPLATE_ACTIONS.map((action) => ({
            value: action,
            label: text(`decision.${action}.confirm`),
          }))}
          onChange={(action) => setDraft({ ...draft, action })}
        />
        {TEXTS.map((name) => (
          <Field.Root
            key={name}
            name={name}
            required
            error={tried && draft[name].trim() === '' ? text('templates.required') : undefined}
          >
            <Field.Label>{text(LABELS[name])}</Field.Label>
            {name === 'name' ? (
              <TextInput
                value={draft.name}
                onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
              />
            ) : (
              <Textarea
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
              />
            )}
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
