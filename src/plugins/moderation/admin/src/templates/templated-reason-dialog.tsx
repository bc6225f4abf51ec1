import { Button, Flex } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useState, type ReactNode } from 'react';
import {
  isTakenFromMaker,
  toneOf,
  type ReasonedAction,
} from '#src/plugins/moderation/server/src/domain/transitions';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import { GroundsFields } from '../components/grounds-fields';
import type { ModerationApi } from '../api/use-moderation-api';
import { DEFAULT_LANGUAGE } from '#src/languages/languages';
import { ReasonDialog } from '../components/reason-dialog';
import { useText } from '../translations/use-text';
import { TemplateChoice } from './template-choice';
import { TemplateManager } from './template-manager';
import { useTemplates } from './use-templates';

interface Props {
  readonly api: ModerationApi;
  readonly action: ReasonedAction;
  /** Of the one who reads the reason. */
  readonly language: string | null;
  readonly busy: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly grounds: Grounds;
  readonly onGrounds: (grounds: Grounds) => void;
  /** What else is said with the reason. */
  readonly choice?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks for a reason that is sent to the business; templates are chosen and edited in the same dialog. */
export function TemplatedReasonDialog({
  api,
  action,
  language,
  reason,
  onReason,
  grounds,
  onGrounds,
  choice,
  ...rest
}: Props) {
  const text = useText();
  const templates = useTemplates(api);
  const [editing, setEditing] = useState(false);
  const list = templates.value ?? [];
  return (
    <ReasonDialog
      {...rest}
      open
      title={text(`action.${action}.title`)}
      confirm={text(`action.${action}.confirm`)}
      label={text('decision.reason')}
      hint={text('decision.reason.hint')}
      required
      danger={toneOf(action) === 'danger'}
      reason={reason}
      onReason={onReason}
      instead={
        editing ? (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex>
              <Button
                variant="tertiary"
                startIcon={<ArrowLeft />}
                autoFocus
                onClick={() => setEditing(false)}
              >
                {text('decision.templates.back')}
              </Button>
            </Flex>
            <TemplateManager api={api} templates={list} onChanged={templates.reload} />
          </Flex>
        ) : undefined
      }
    >
      <TemplateChoice
        templates={list}
        action={action}
        language={language ?? DEFAULT_LANGUAGE}
        reason={reason}
        onReason={onReason}
        onEdit={() => setEditing(true)}
      />
      {choice}
      {isTakenFromMaker(action) && <GroundsFields grounds={grounds} onGrounds={onGrounds} />}
    </ReasonDialog>
  );
}
