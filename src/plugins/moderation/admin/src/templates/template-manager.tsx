import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { REASONED_ACTIONS } from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReasonTemplate } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi, TemplateDraft } from '../api/use-moderation-api';
import { Note } from '#src/admin/components/notes';
import { useAnnounce } from '#src/admin/components/use-announce';
import { useText } from '../translations/use-text';
import { TemplateForm } from './template-form';
import { textIn } from './text-in';

interface Props {
  readonly api: ModerationApi;
  readonly templates: readonly ReasonTemplate[];
  readonly onChanged: () => void;
}

/** Lists the reason templates and lets editors write, change and delete them. */
export function TemplateManager({ api, templates, onChanged }: Props) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [editing, setEditing] = useState<ReasonTemplate | 'new' | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>, message: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      setEditing(null);
      onChanged();
      done(message);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const save = (draft: TemplateDraft): void => {
    const id = editing === null || editing === 'new' ? null : editing.id;
    void run(() => api.saveTemplate(id, draft), text('templates.saved'));
  };
  const remove = (template: ReasonTemplate): void =>
    void run(() => api.deleteTemplate(template.id), text('templates.deleted'));

  if (editing)
    return (
      <TemplateForm
        template={editing === 'new' ? null : editing}
        busy={busy}
        onSave={save}
        onCancel={() => setEditing(null)}
      />
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Note>{text('templates.intro')}</Note>
      {templates.length === 0 && <Note>{text('templates.empty')}</Note>}
      {REASONED_ACTIONS.map((action) => (
        <TemplateGroup
          key={action}
          title={text(`action.${action}.confirm`)}
          templates={templates.filter((template) => template.action === action)}
          onEdit={setEditing}
          onDelete={remove}
        />
      ))}
      <Flex>
        <Button startIcon={<Plus />} variant="secondary" onClick={() => setEditing('new')}>
          {text('templates.new')}
        </Button>
      </Flex>
    </Flex>
  );
}

interface GroupProps {
  readonly title: string;
  readonly templates: readonly ReasonTemplate[];
  readonly onEdit: (template: ReasonTemplate) => void;
  readonly onDelete: (template: ReasonTemplate) => void;
}

function TemplateGroup({ title, templates, onEdit, onDelete }: GroupProps) {
  if (templates.length === 0) return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      {templates.map((template) => (
        <TemplateRow
          key={template.id}
          template={template}
          onEdit={() => onEdit(template)}
          onDelete={() => onDelete(template)}
        />
      ))}
    </Flex>
  );
}

interface RowProps {
  readonly template: ReasonTemplate;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function TemplateRow({ template, onEdit, onDelete }: RowProps) {
  const text = useText();
  const { locale } = useIntl();
  const [asking, setAsking] = useState(false);
  const { name } = template;
  return (
    <Box padding={4} borderColor="neutral200" hasRadius>
      <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 24rem">
          <Typography tag="p" fontWeight="bold">
            {name}
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-line' }}>
            {textIn(template, locale)}
          </Typography>
        </Box>
        {asking ? (
          <Flex gap={2} role="group" aria-label={text('templates.delete.confirm', { name })} wrap="wrap">
            <Typography>{text('templates.delete.confirm', { name })}</Typography>
            <Button variant="tertiary" autoFocus onClick={() => setAsking(false)}>
              {text('templates.cancel')}
            </Button>
            <Button variant="danger" onClick={onDelete}>
              {text('templates.delete')}
            </Button>
          </Flex>
        ) : (
          <Flex gap={2}>
            <Button variant="tertiary" onClick={onEdit} aria-label={`${text('templates.edit')}: ${name}`}>
              {text('templates.edit')}
            </Button>
            <Button
              variant="danger-light"
              onClick={() => setAsking(true)}
              aria-label={`${text('templates.delete')}: ${name}`}
            >
              {text('templates.delete')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  );
}
