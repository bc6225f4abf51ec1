import { Button, Flex, Modal } from '@strapi/design-system';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { FailureNote, Note } from '#src/admin/components/notes';
import { useAnnounce } from '#src/admin/components/use-announce';
import { useText } from '../translations/use-text';
import { useChosenEntries } from './use-chosen-entries';

interface Props {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly confirm: string;
  readonly body: (entries: readonly ChosenEntry[]) => ReactNode;
  readonly mayConfirm: (entries: readonly ChosenEntry[]) => boolean;
  /** @returns the message when it has worked; `null` if something is missing, and the dialog stays open */
  readonly carryOut: (entries: readonly ChosenEntry[]) => Promise<string | null>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Body and footer of a dialog about selected entries: lists them before anything is done to them. */
export function ChosenDialog(props: Props) {
  const { model, documentIds, body, onClose } = props;
  const text = useText();
  const { done, failed } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const { value, failure, reload } = useChosenEntries(model, documentIds);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The form is in a React portal: without this the event would also reach the edit view behind.
    event.stopPropagation();
    if (!value) return;
    setBusy(true);
    try {
      const message = await props.carryOut(value);
      if (message === null) return;
      done(message);
      props.onDone();
      onClose();
    } catch (error) {
      // It is done for all or for none; the message names the entry in the way.
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {failure && <FailureNote failure={failure} onRetry={reload} />}
          {!value && !failure && <Note>{text('loading')}</Note>}
          {value && body(value)}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('decision.cancel')}
        </Button>
        <Button type="submit" variant="danger" loading={busy} disabled={!value || !props.mayConfirm(value)}>
          {props.confirm}
        </Button>
      </Modal.Footer>
    </form>
  );
}
