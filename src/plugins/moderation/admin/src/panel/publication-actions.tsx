import { Button, Flex } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  needsReason,
  toneOf,
  type DocumentAction,
} from '#src/plugins/moderation/server/src/domain/transitions';
import type { DocumentView } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import { NO_GROUNDS } from '../components/grounds-fields';
import { ReasonDialog } from '../components/reason-dialog';
import { useAnnounce } from '#src/admin/components/use-announce';
import { SUSPEND } from '../permissions';
import { TemplatedReasonDialog } from '../templates/templated-reason-dialog';
import { useText } from '../translations/use-text';

const PERMISSIONS = SUSPEND.map((permission) => ({ ...permission }));

interface Props {
  readonly api: ModerationApi;
  readonly contentType: string;
  readonly documentId: string;
  /** What the server offers. */
  readonly actions: DocumentView['actions'];
  readonly onChanged: () => void;
}

/** Withdraws the document from the public or restores it, after a dialog that asks for a reason. */
export function PublicationActions({ api, contentType, documentId, actions, onChanged }: Props) {
  const text = useText();
  const { allowedActions } = useRBAC(PERMISSIONS);
  const { done, failed } = useAnnounce();
  const [asking, setAsking] = useState<DocumentAction | null>(null);
  const [reason, setReason] = useState('');
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const [busy, setBusy] = useState(false);
  if (!allowedActions.canSuspend) return null;

  const close = (): void => {
    setAsking(null);
    setReason('');
    setGrounds(NO_GROUNDS);
  };
  const carryOut = async (action: DocumentAction): Promise<void> => {
    setBusy(true);
    try {
      await api.move(contentType, documentId, action, reason, grounds);
      done(text(`action.${action}.done`));
      close();
      onChanged();
    } catch (error) {
      // Someone else was faster: the panel shows the current state.
      if (failed(error)?.status === 409) onChanged();
    } finally {
      setBusy(false);
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {actions.map((action) => (
        <Button
          key={action}
          fullWidth
          variant={toneOf(action) === 'danger' ? 'danger-light' : 'tertiary'}
          onClick={() => setAsking(action)}
        >
          {text(`action.${action}.button`)}
        </Button>
      ))}
      {asking && needsReason(asking) && (
        <TemplatedReasonDialog
          api={api}
          action={asking}
          language={null}
          busy={busy}
          reason={reason}
          onReason={setReason}
          grounds={grounds}
          onGrounds={setGrounds}
          onConfirm={() => void carryOut(asking)}
          onClose={close}
        />
      )}
      {asking && !needsReason(asking) && (
        <ReasonDialog
          open
          title={text(`action.${asking}.title`)}
          confirm={text(`action.${asking}.confirm`)}
          label={text('decision.optional')}
          hint={text('decision.optional.hint')}
          required={false}
          busy={busy}
          reason={reason}
          onReason={setReason}
          onConfirm={() => void carryOut(asking)}
          onClose={close}
        />
      )}
    </Flex>
  );
}
