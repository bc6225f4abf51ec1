import { Flex, Link, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import {
  SUBMISSION_STATES,
  type SubmissionState,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import type { QueueItem } from '#src/plugins/moderation/server/src/panel-contract';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { ModerationApi } from '../api/use-moderation-api';
import { useLabels, useSchemas } from '../api/use-schemas';
import { Age } from '#src/admin/components/age';
import { Choice } from '#src/admin/components/choice';
import { PublicationBadge, SubmissionBadge } from '../components/state-badge';
import { useText } from '../translations/use-text';
import { PagedTable } from '#src/admin/components/paged-table';
import { WordBadge } from '#src/admin/components/word-badge';

const STATES = SUBMISSION_STATES.filter((state) => state !== 'none');

/** The submissions in one state, oldest first. */
export function SubmissionsTab({ api }: { api: ModerationApi }) {
  const text = useText();
  const schemas = useSchemas();
  const labels = useLabels(schemas);
  const [params, setParams] = useSearchParams();
  const state: SubmissionState = STATES.find((name) => name === params.get('state')) ?? 'submitted';
  const contentType = params.get('contentType') ?? '';
  const page = Number(params.get('page') ?? 1);
  const load = useCallback(
    (signal: AbortSignal) => api.submissions({ state, contentType, page }, signal),
    [api, state, contentType, page],
  );
  const loaded = useLoaded(load);
  const change = (changes: Record<string, string>): void =>
    setParams({ ...Object.fromEntries(params), page: '1', ...changes });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Choice
          label={text('filter.state')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`state.${value}`) }))}
          onChange={(value) => change({ state: value })}
        />
        <Choice
          label={text('filter.type')}
          value={contentType || ALL}
          options={[
            { value: ALL, label: text('filter.all-types') },
            ...schemas.moderated.map((value) => ({ value, label: labels.ofType(value) })),
          ]}
          onChange={(value) => change({ contentType: value === ALL ? '' : value })}
        />
      </Flex>
      <PagedTable
        label={text('tab.submissions')}
        empty={text('queue.empty')}
        columns={[
          {
            label: text('column.title'),
            cell: (item) => <ReviewLink item={item} contentType={contentType} />,
          },
          {
            label: text('column.type'),
            cell: (item) => <Typography>{labels.ofType(item.contentType)}</Typography>,
          },
          { label: text('column.state'), cell: (item) => <States item={item} /> },
          {
            label: text('column.age'),
            cell: ({ submittedAt }) => (
              <Typography>{submittedAt ? <Age since={submittedAt} /> : '–'}</Typography>
            ),
          },
        ]}
        loaded={loaded}
        onPage={(next) => change({ page: String(next) })}
      />
    </Flex>
  );
}

// The design system's select treats an empty value as "nothing chosen".
const ALL = 'all';

interface LinkProps {
  readonly item: QueueItem;
  /** The filter of the queue, which "next submission" keeps. */
  readonly contentType: string;
}

function ReviewLink({ item, contentType }: LinkProps) {
  const text = useText();
  const search = contentType ? `?contentType=${encodeURIComponent(contentType)}` : '';
  return (
    <Link tag={RouterLink} to={`/plugins/moderation/submissions/${item.id}${search}`}>
      {item.title ?? text('queue.untitled')}
    </Link>
  );
}

function States({ item }: { item: QueueItem }) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <SubmissionBadge state={item.state} />
      {item.publication === 'none' ? (
        <WordBadge variant="alternative">{text('queue.first-time')}</WordBadge>
      ) : (
        <PublicationBadge state={item.publication} />
      )}
    </Flex>
  );
}
