import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Choice } from '#src/admin/components/choice';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { Pager } from '#src/admin/components/pager';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { QueuedIntake } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import { useText } from '../translations/use-text';
import { IntakeCard } from './intake-card';
import { IntakeDialog } from './intake-dialog';
import { KINDS } from './intake-kinds';

const STATES = ['open', 'decided'] as const;
const ALL = 'all';

interface Props {
  readonly api: ModerationApi;
  readonly onChanged: () => void;
}

/** What people told the desk, of all kinds: the urgent first, then by the day on which it is due. */
export function IntakeTab({ api, onChanged }: Props) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const [deciding, setDeciding] = useState<QueuedIntake | null>(null);
  const state = STATES.find((name) => name === params.get('state')) ?? 'open';
  const kind = KINDS.find((name) => name === params.get('kind')) ?? '';
  const page = Number(params.get('page') ?? 1);
  const { value, failure, reload } = useLoaded(
    useCallback((signal: AbortSignal) => api.intake({ state, kind, page }, signal), [api, state, kind, page]),
  );
  const show = (changes: Record<string, string>): void =>
    setParams({ tab: 'intake', state, ...(kind ? { kind } : {}), ...changes });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Choice
          label={text('filter.state')}
          value={state}
          options={STATES.map((name) => ({ value: name, label: text(`intake.${name}`) }))}
          onChange={(chosen) => show({ state: chosen })}
        />
        <Choice
          label={text('filter.intake')}
          value={kind || ALL}
          options={[
            { value: ALL, label: text('filter.all-types') },
            ...KINDS.map((name) => ({ value: name, label: text(`intake.kind.${name}`) })),
          ]}
          onChange={(chosen) =>
            setParams({ tab: 'intake', state, ...(chosen === ALL ? {} : { kind: chosen }) })
          }
        />
      </Flex>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading />}
      {value?.data.length === 0 && (
        <Box role="status">
          <EmptyStateLayout content={text('queue.empty')} />
        </Box>
      )}
      {value && value.data.length > 0 && (
        <>
          <Flex tag="ul" aria-label={text('tab.intake')} direction="column" alignItems="stretch" gap={4}>
            {value.data.map((item) => (
              <IntakeCard key={item.id} item={item} onDecide={() => setDeciding(item)} />
            ))}
          </Flex>
          <Pager pagination={value.meta.pagination} onPage={(turned) => show({ page: String(turned) })} />
        </>
      )}
      {deciding && (
        <IntakeDialog
          api={api}
          item={deciding}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null);
            reload();
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}
