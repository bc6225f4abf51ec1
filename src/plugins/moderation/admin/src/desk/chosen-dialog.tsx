import { Button, Flex, Modal } from '@strapi/design-system';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { FailureNote, Note } from '#src/admin/parts/notes';
import { useAnnounce } from '#src/admin/parts/use-announce';
import { useText } from '../translations/use-text';
import { useChosenEntries } from './use-chosen-entries';

interface Props {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly confirm: string;
  readonly body: (entries: readonly ChosenEntry[]) => ReactNode;
  readonly mayConfirm: (entries: readonly ChosenEntry[]) => boolean;
  /** @returns what is said when it has worked; `null` when something is missing, and the dialog stays */
  readonly carryOut: (entries: readonly ChosenEntry[]) => Promise<string | null>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Body and foot of a dialog about chosen entries: says what they are before anything is done to them. */
export function ChosenDialog(props: Props) {
  const { model, documentIds, body, onClose } = props;
  const text = useText();
  const { done, failed } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const { value, failure, reload } = useChosenEntries(model, documentIds);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The form lies in a portal of React's tree: without this the edit view behind would hear it too.
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
      // It is done for all or for none; the message names the one that stands in the way.
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
