import { useState } from 'react';
import { useAnnounce } from '#src/admin/components/use-announce';
import { ReasonDialog } from '../components/reason-dialog';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly danger?: boolean;
  /** Shown when it has worked. */
  readonly doneMessage: string;
  readonly send: (reason: string) => Promise<void>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for a reason and sends it; if that fails, stays open with what was written. */
export function SendReasonDialog({ send, doneMessage, onDone, ...dialog }: Props) {
  const { done, failed } = useAnnounce();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await send(reason);
      done(doneMessage);
      onDone();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      open
      {...dialog}
      busy={busy}
      reason={reason}
      onReason={setReason}
      onConfirm={() => void confirm()}
    />
  );
}
