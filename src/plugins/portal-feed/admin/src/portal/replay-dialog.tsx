import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { FeedApi } from '../api/use-feed-api';
import { useText } from '../translations/use-text';

const FORM = 'portal-feed-replay';

interface Props {
  readonly api: FeedApi;
  readonly documentId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const numberOf = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text) : null);

/** Sends events again by their numbers in the log: one, or a range. */
export function ReplayDialog({ api, documentId, onDone, onClose }: Props) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const first = numberOf(from);
  const last = to.trim() === '' ? first : numberOf(to);
  const problem =
    last === null ? text('replay.number') : first !== null && last < first ? text('replay.order') : '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (first === null || last === null || last < first) return;
    setBusy(true);
    try {
      done(text('done.replay', { count: await api.replay(documentId, { from: first, to: last }) }));
      onDone();
      onClose();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{text('replay.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={FORM} noValidate onSubmit={(event) => void submit(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{text('replay.text')}</Typography>
              <Field.Root
                name="from"
                required
                error={tried && first === null ? text('replay.number') : undefined}
              >
                <Field.Label>{text('replay.from')}</Field.Label>
                <TextInput
                  inputMode="numeric"
                  value={from}
                  onChange={(event) => setFrom(event.currentTarget.value)}
                />
                <Field.Error />
              </Field.Root>
              <Field.Root
                name="to"
                hint={text('replay.to.hint')}
                error={tried && to.trim() !== '' && problem ? problem : undefined}
              >
                <Field.Label>{text('replay.to')}</Field.Label>
                <TextInput
                  inputMode="numeric"
                  value={to}
                  onChange={(event) => setTo(event.currentTarget.value)}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{text('dialog.cancel')}</Button>
          </Modal.Close>
          <Button type="submit" form={FORM} loading={busy}>
            {text('replay.send')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
