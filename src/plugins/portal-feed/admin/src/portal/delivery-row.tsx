import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Age } from '#src/admin/components/age';
import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import { DeliveryBadge } from '../components/delivery-badge';
import { formatDuration } from '../domain/figure-words';
import { useText, type Text } from '../translations/use-text';
import { eventName } from './event-name';
import { failureWords } from './failure-words';

interface Props {
  readonly delivery: DeliveryItem;
  /** Whether the portal is paused or disabled, so that nothing is sent. */
  readonly held: boolean;
  readonly onOpen: (id: string) => void;
  /** Absent without permission. */
  readonly onSendAgain?: ((id: string) => void) | undefined;
  /** Whether it is being requested right now. */
  readonly sending: boolean;
}

/** One delivery on a line that wraps in a narrow window: state, what, when and how, and what can be done. */
export function DeliveryRow({ delivery, held, onOpen, onSendAgain, sending }: Props) {
  const text = useText();
  const { id, title, sequence, eventType, state } = delivery;
  const name = title ?? eventName(text, delivery);
  return (
    <Box
      tag="li"
      paddingTop={4}
      paddingBottom={4}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0 0"
      data-delivery={id}
    >
      <Flex gap={4} wrap="wrap" alignItems="center">
        <Box style={{ flex: '0 0 17rem' }}>
          <DeliveryBadge state={state} />
        </Box>
        <Box style={{ flex: '2 1 24rem', minWidth: 0 }}>
          <Typography tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {[
              title ? eventName(text, delivery) : eventType,
              ...(sequence === null ? [] : [text('event.sequence', { number: sequence })]),
            ].join(' · ')}
          </Typography>
        </Box>
        <Box style={{ flex: '1 1 20rem', minWidth: 0 }}>
          <Outcome delivery={delivery} held={held} />
        </Box>
        <Flex gap={2} wrap="wrap" style={{ flex: '0 0 auto' }}>
          <Button
            variant="tertiary"
            size="S"
            onClick={() => onOpen(id)}
            aria-label={text('deliveries.details-of', { name })}
          >
            {text('deliveries.details')}
          </Button>
          {/* A replaced delivery is outdated; the newer event is in the list. */}
          {onSendAgain && state !== 'replaced' && (
            <Button
              variant="secondary"
              size="S"
              loading={sending}
              onClick={() => onSendAgain(id)}
              aria-label={text('deliveries.send-again-of', { name })}
            >
              {text('deliveries.send-again')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}

function Outcome({ delivery, held }: { delivery: DeliveryItem; held: boolean }) {
  const text = useText();
  const { locale } = useIntl();
  const { attempts, duration, createdAt, lastAttemptAt } = delivery;
  return (
    <>
      <Typography tag="p">{answerWords(text, delivery, held)}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        <Age since={lastAttemptAt ?? createdAt} />
        {attempts > 0 && ` · ${text('row.attempts', { count: attempts })}`}
        {duration !== null && ` · ${formatDuration(duration, locale)}`}
      </Typography>
    </>
  );
}

function answerWords(text: Text, { status, failure, attempts, state }: DeliveryItem, held: boolean): string {
  if (failure) return failureWords(text, failure, status);
  if (held && state === 'waiting') return text('delivery.held');
  if (attempts === 0) return text(`delivery.${state}.text`);
  return text('failure.status', { status: status ?? '–' });
}
