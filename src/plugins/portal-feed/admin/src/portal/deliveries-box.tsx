import { Box, Flex } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Choice } from '#src/admin/components/choice';
import { FailureNote, Loading, Note } from '#src/admin/components/notes';
import { Pager } from '#src/admin/components/pager';
import { PanelBox } from '#src/admin/components/panel-box';
import { usePolled } from '#src/admin/components/use-polled';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { SEND } from '../permissions';
import { useText, type Text } from '../translations/use-text';
import { DeliveryDialog } from './delivery-dialog';
import { DeliveryRow } from './delivery-row';
import { useSendAgain } from './use-send-again';

const STATES = ['all', 'open', 'trouble', 'delivered', 'replaced', 'cancelled'] as const;
const POLL_SECONDS = 2;

interface Props {
  readonly api: FeedApi;
  readonly portal: PortalItem;
  readonly onChanged: () => void;
}

/** Every delivery to the portal, newest first. Filter, page and the open delivery are part of the address. */
export function DeliveriesBox({ api, portal: { documentId, url, state: portalState }, onChanged }: Props) {
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
  const { value, failure, reload } = usePolled(load, POLL_SECONDS);
  const go = (changes: Record<string, string>): void =>
    setParams({
      ...(state === 'all' ? {} : { state }),
      ...(page > 1 ? { page: String(page) } : {}),
      ...changes,
    });
  const changed = (): void => {
    reload();
    onChanged();
  };
  const { sendAgain, sending } = useSendAgain(api, changed);
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
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading />}
      {value?.data.length === 0 && (
        <Box role="status">
          <Note>{emptyText(text, state, url)}</Note>
        </Box>
      )}
      {value && value.data.length > 0 && (
        <>
          <Box tag="ul" aria-label={text('deliveries.title')}>
            {value.data.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                held={portalState !== 'active'}
                onOpen={(id) => go({ delivery: id })}
                onSendAgain={allowedActions.canSend ? sendAgain : undefined}
                sending={sending === delivery.id}
              />
            ))}
          </Box>
          <Pager pagination={value.meta.pagination} onPage={(next) => go({ page: String(next) })} />
        </>
      )}
      {open && (
        <DeliveryDialog
          api={api}
          id={open}
          maySend={allowedActions.canSend === true}
          onChanged={changed}
          onMoved={(id) => go({ delivery: id })}
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
