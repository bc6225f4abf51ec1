import { Button, Flex, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { Age } from '../../../../../admin/parts/age';
import { Choice } from '../../../../../admin/parts/choice';
import { PagedTable, type Column } from '../../../../../admin/parts/paged-table';
import { PanelBox } from '../../../../../admin/parts/panel-box';
import { usePolled } from '../../../../../admin/parts/use-polled';
import type { DeliveryItem, PortalItem } from '../../../server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { DeliveryBadge } from '../components/delivery-badge';
import { formatDuration } from '../domain/figure-words';
import { SEND } from '../permissions';
import { useText, type Text } from '../translations/use-text';
import { DeliveryDialog } from './delivery-dialog';
import { eventName } from './event-name';
import { failureWords } from './failure-words';
import { useSendAgain } from './use-send-again';

const STATES = ['all', 'open', 'trouble', 'delivered', 'replaced', 'cancelled'] as const;
const POLL_SECONDS = 2;

interface Props {
  readonly api: FeedApi;
  readonly portal: PortalItem;
  readonly onChanged: () => void;
}

/** Every delivery to the portal, the newest first. Filter, page and the open delivery stand in the address. */
export function DeliveriesBox({ api, portal: { documentId, url }, onChanged }: Props) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const { allowedActions } = useRBAC(SEND);
  const state = STATES.find((name) => name === params.get('state')) ?? 'all';
  const page = Number(params.get('page') ?? 1);
  const open = params.get('delivery');
  const load = useCallback(
    (signal: AbortSignal) =>
      api.deliveries({ portal: documentId, page, ...(state === 'all' ? {} : { state }) }, signal),
    [api, documentId, page, state],
  );
  const loaded = usePolled(load, POLL_SECONDS);
  const go = (changes: Record<string, string>): void =>
    setParams({
      ...(state === 'all' ? {} : { state }),
      ...(page > 1 ? { page: String(page) } : {}),
      ...changes,
    });
  const changed = (): void => {
    loaded.reload();
    onChanged();
  };
  const { sendAgain, sending } = useSendAgain(api, changed);
  const columns = useColumns({
    onOpen: (delivery) => go({ delivery }),
    ...(allowedActions.canSend ? { onSendAgain: sendAgain, sending } : {}),
  });

  return (
    <PanelBox title={text('deliveries.title')}>
      <Flex>
        <Choice
          label={text('deliveries.filter')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`deliveries.filter.${value}`) }))}
          onChange={(value) => setParams(value === 'all' ? {} : { state: value })}
        />
      </Flex>
      <PagedTable
        label={text('deliveries.title')}
        empty={emptyText(text, state, url)}
        columns={columns}
        loaded={loaded}
        onPage={(next) => go({ page: String(next) })}
      />
      {open && (
        <DeliveryDialog
          api={api}
          id={open}
          maySend={allowedActions.canSend === true}
          onChanged={changed}
          onClose={() => go({})}
        />
      )}
    </PanelBox>
  );
}

function emptyText(text: Text, state: string, url: string | null): string {
  if (url === null) return text('deliveries.pulls');
  return text(state === 'all' ? 'deliveries.none' : 'deliveries.none-such');
}

interface ColumnActions {
  readonly onOpen: (id: string) => void;
  readonly onSendAgain?: (id: string) => void;
  /** The delivery that is just being asked for. */
  readonly sending?: string | null;
}

function useColumns({ onOpen, onSendAgain, sending }: ColumnActions): Column<DeliveryItem>[] {
  const text = useText();
  const { locale } = useIntl();
  return [
    {
      label: text('column.state'),
      cell: ({ state }) => <DeliveryBadge state={state} />,
    },
    {
      label: text('column.event'),
      cell: (delivery) => (
        <Flex direction="column" alignItems="flex-start" maxWidth="32rem">
          <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
            {delivery.title ?? eventName(text, delivery)}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {delivery.title ? eventName(text, delivery) : ''}
            {delivery.sequence === null ? '' : ` · ${text('event.sequence', { number: delivery.sequence })}`}
          </Typography>
        </Flex>
      ),
    },
    {
      label: text('column.time'),
      cell: ({ createdAt, lastAttemptAt }) => (
        <Typography>
          <Age since={lastAttemptAt ?? createdAt} />
        </Typography>
      ),
    },
    {
      label: text('column.answer'),
      cell: (delivery) => <Typography>{answerWords(text, delivery)}</Typography>,
    },
    {
      label: text('column.duration'),
      cell: ({ duration }) => (
        <Typography>{duration === null ? '–' : formatDuration(duration, locale)}</Typography>
      ),
    },
    { label: text('column.attempts'), cell: ({ attempts }) => <Typography>{attempts}</Typography> },
    {
      label: text('column.actions'),
      cell: (delivery) => (
        <Flex gap={2}>
          <Button
            variant="tertiary"
            size="S"
            onClick={() => onOpen(delivery.id)}
            aria-label={text('deliveries.details-of', nameOf(text, delivery))}
          >
            {text('deliveries.details')}
          </Button>
          {onSendAgain && canBeSentAgain(delivery) && (
            <Button
              variant="secondary"
              size="S"
              loading={sending === delivery.id}
              onClick={() => onSendAgain(delivery.id)}
              aria-label={text('deliveries.send-again-of', nameOf(text, delivery))}
            >
              {text('deliveries.send-again')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}

const nameOf = (text: Text, delivery: DeliveryItem) => ({
  name: delivery.title ?? eventName(text, delivery),
});

// What was replaced is stale: the newer event is in the list.
const canBeSentAgain = ({ state }: DeliveryItem): boolean => state !== 'replaced';

function answerWords(text: Text, { status, failure, attempts }: DeliveryItem): string {
  if (attempts === 0) return '–';
  if (failure && failure !== 'status') return failureWords(text, failure, status);
  return status === null ? '–' : String(status);
}
