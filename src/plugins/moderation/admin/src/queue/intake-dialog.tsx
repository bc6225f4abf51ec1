import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { Choice } from '#src/admin/components/choice';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import type { QueuedIntake } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import { GroundsFields, NO_GROUNDS } from '../components/grounds-fields';
import { ReasonDialog } from '../components/reason-dialog';
import { useText } from '../translations/use-text';

interface Props {
  readonly api: ModerationApi;
  readonly item: QueuedIntake;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Decides, with the reason that who told it gets; what is taken down has a reason of its own for its maker. */
export function IntakeDialog({ api, item, onDone, onClose }: Props) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [decision, setDecision] = useState(item.decisions[0] ?? 'declined');
  const [reason, setReason] = useState('');
  const [statement, setStatement] = useState('');
  const [grounds, setGrounds] = useState<Grounds>(
    item.kind === 'illegal' || item.kind === 'terms' ? { basis: item.kind } : NO_GROUNDS,
  );
  const [busy, setBusy] = useState(false);
  const takesDown = decision === 'taken-down' && item.documentId !== null;

  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.decideIntake(item.id, {
        decision,
        reason,
        ...(takesDown ? { statement: { reason: statement, ...grounds } } : {}),
      });
      done(text('intake.done', { number: item.number }));
      onDone();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };

  return (
    <ReasonDialog
      open
      title={text('intake.decide.title', { number: item.number })}
      confirm={text('intake.decide.confirm')}
      label={text('intake.reason')}
      hint={text(item.from && !item.from.isGone ? 'intake.reason.mailed' : 'intake.reason.kept')}
      required={decision !== 'accepted'}
      danger={decision === 'taken-down'}
      busy={busy}
      reason={reason}
      onReason={setReason}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Choice
        label={text('intake.decision')}
        value={decision}
        options={item.decisions.map((value) => ({ value, label: text(`intake.outcome.${value}`) }))}
        onChange={setDecision}
      />
      {takesDown && (
        <>
          <GroundsFields grounds={grounds} onGrounds={setGrounds} />
          <Field.Root name="statement" required hint={text('intake.statement.hint')}>
            <Field.Label>{text('intake.statement')}</Field.Label>
            <Textarea
              name="statement"
              value={statement}
              onChange={(event) => setStatement(event.currentTarget.value)}
            />
            <Field.Hint />
          </Field.Root>
        </>
      )}
    </ReasonDialog>
  );
}
