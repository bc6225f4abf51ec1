import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { formatTime } from '#src/admin/components/domain/formats';
import { EntryLink } from '#src/admin/components/entry-link';
import { FailureNote, Loading, Note } from '#src/admin/components/notes';
import { usePolled } from '#src/admin/components/use-polled';
import { useReturnedFocus } from '#src/admin/components/use-returned-focus';
import type { Attempt, DeliveryDetail } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { DeliveryBadge } from '../components/delivery-badge';
import { Figures } from '../components/figures';
import { formatDuration } from '../domain/figure-words';
import { useText } from '../translations/use-text';
import { eventName } from './event-name';
import { failureWords } from './failure-words';
import { useSendAgain } from './use-send-again';

const POLL_SECONDS = 2;

interface Props {
  readonly api: FeedApi;
  readonly id: string;
  readonly maySend: boolean;
  readonly onChanged: () => void;
  /** The entry has changed since, so another delivery carries its current state. */
  readonly onMoved: (id: string) => void;
  readonly onClose: () => void;
}

/** One delivery: what was sent, every attempt, and what the portal answered. */
export function DeliveryDialog({ api, id, maySend, onChanged, onMoved, onClose }: Props) {
  const text = useText();
  const focus = useReturnedFocus();
  const { value, failure, reload } = usePolled(
    useCallback((signal: AbortSignal) => api.delivery(id, signal), [api, id]),
    POLL_SECONDS,
  );
  const { sendAgain, sending } = useSendAgain(api, (sent) => {
    if (sent && sent.id !== id) onMoved(sent.id);
    else reload();
    onChanged();
  });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content {...focus}>
        <Modal.Header closeLabel={text('dialog.close')}>
          <Modal.Title>{value?.title ?? text('delivery.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {failure && <FailureNote failure={failure} onRetry={reload} />}
          {!value && !failure && <Loading />}
          {value && <Delivery delivery={value} />}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{text('dialog.close')}</Button>
          </Modal.Close>
          {maySend && value && value.state !== 'replaced' && (
            <Button loading={sending !== null} onClick={() => sendAgain(id)}>
              {text('deliveries.send-again')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Delivery({ delivery }: { delivery: DeliveryDetail }) {
  const text = useText();
  const { locale } = useIntl();
  const { state, contentType, documentId, title, eventId, eventType, sequence, nextAttemptAt } = delivery;
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={3} wrap="wrap" role="status">
        <DeliveryBadge state={state} />
        <Typography>
          {nextAttemptAt && (state === 'retrying' || state === 'waiting')
            ? text('delivery.next', { time: formatTime(nextAttemptAt, locale) })
            : text(`delivery.${state}.text`)}
        </Typography>
      </Flex>
      <Figures
        figures={[
          { name: text('delivery.event'), value: `${eventName(text, delivery)} (${eventType})` },
          ...(sequence === null ? [] : [{ name: text('delivery.sequence'), value: String(sequence) }]),
          { name: text('delivery.created'), value: formatTime(delivery.createdAt, locale) },
        ]}
      />
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        webhook-id: {eventId}
      </Typography>
      {contentType && documentId && eventType.endsWith('.published') && (
        <EntryLink contentType={contentType} documentId={documentId}>
          {text('entry.open', { title: title ?? documentId })}
        </EntryLink>
      )}
      <Typography tag="h3" variant="delta">
        {text('delivery.attempts')}
      </Typography>
      {delivery.log.length === 0 && <Note>{text('delivery.no-attempts')}</Note>}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={4} reversed>
        {delivery.log.map((attempt) => (
          <AttemptItem key={attempt.number} attempt={attempt} />
        ))}
      </Flex>
    </Flex>
  );
}

function AttemptItem({ attempt }: { attempt: Attempt }) {
  const text = useText();
  const { locale } = useIntl();
  const { number, startedAt, duration, status, failure, detail, excerpt } = attempt;
  return (
    <Box
      tag="li"
      paddingLeft={3}
      borderColor={failure ? 'danger600' : 'success600'}
      borderStyle="solid"
      borderWidth="0 0 0 3px"
      data-attempt={number}
    >
      <Typography tag="p" fontWeight="bold">
        {failure
          ? text('attempt.failed', { number, reason: failureWords(text, failure, status) })
          : text('attempt.succeeded', { number, status: status ?? '–' })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {formatTime(startedAt, locale)}
        {duration === null ? '' : ` · ${formatDuration(duration, locale)}`}
        {detail ? ` · ${detail}` : ''}
      </Typography>
      {excerpt && (
        <Box paddingTop={2}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('attempt.excerpt')}
          </Typography>
          <Box
            tag="pre"
            tabIndex={0}
            aria-label={text('attempt.excerpt')}
            background="neutral100"
            color="neutral800"
            padding={3}
            hasRadius
            maxHeight="16rem"
            overflow="auto"
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '1.2rem' }}
          >
            {excerpt}
          </Box>
        </Box>
      )}
    </Box>
  );
}
