import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Report } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import { Age } from '#src/admin/components/age';
import { Choice } from '#src/admin/components/choice';
import { EntryLink } from '#src/admin/components/entry-link';
import type { MessageId } from '../translations/de';
import { useText } from '../translations/use-text';
import { SendReasonDialog } from './send-reason-dialog';
import { useTabList } from './use-tab-list';
import { PagedTable } from '#src/admin/components/paged-table';

const STATES = ['open', 'resolved'] as const;
const KINDS = ['wrong', 'closed', 'offensive', 'fraud', 'rights', 'other'] as const;

const kindLabel = (kind: string): MessageId => {
  const known = KINDS.find((name) => name === kind) ?? 'other';
  return `report.kind.${known}`;
};

interface Props {
  readonly api: ModerationApi;
  readonly onChanged: () => void;
}

/** What the public reported about listings. */
export function ReportsTab({ api, onChanged }: Props) {
  const text = useText();
  const [resolving, setResolving] = useState<Report | null>(null);
  const { state, loaded, choose, turn } = useTabList('reports', STATES, api.reports);

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex>
        <Choice
          label={text('filter.reports')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`report.${value}`) }))}
          onChange={choose}
        />
      </Flex>
      <PagedTable
        label={text('tab.reports')}
        empty={text('queue.empty')}
        columns={[
          {
            label: text('column.title'),
            cell: ({ contentType, documentId, title }) => (
              <EntryLink contentType={contentType} documentId={documentId}>
                {title ?? text('queue.untitled')}
              </EntryLink>
            ),
          },
          {
            label: text('column.kind'),
            cell: ({ kind }) => <Typography>{text(kindLabel(kind))}</Typography>,
          },
          { label: text('column.message'), cell: (report) => <Message report={report} /> },
          {
            label: text('column.reported'),
            cell: ({ createdAt }) => (
              <Typography>
                <Age since={createdAt} />
              </Typography>
            ),
          },
          {
            label: text('column.actions'),
            cell: (report) => <Resolution report={report} onResolve={() => setResolving(report)} />,
          },
        ]}
        loaded={loaded}
        onPage={turn}
      />
      {resolving && (
        <ResolveDialog
          api={api}
          report={resolving}
          onClose={() => setResolving(null)}
          onDone={() => {
            setResolving(null);
            loaded.reload();
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}

function Message({ report }: { report: Report }) {
  const text = useText();
  const { message, email } = report;
  return (
    <Box maxWidth="48rem" paddingTop={2} paddingBottom={2}>
      <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {message}
      </Typography>
      {email && <Typography variant="pi">{text('report.sender', { email })}</Typography>}
    </Box>
  );
}

function Resolution({ report, onResolve }: { report: Report; onResolve: () => void }) {
  const text = useText();
  const { title, resolvedAt, resolvedBy, resolution } = report;
  if (resolvedAt)
    return (
      <Typography>
        {text('report.resolved-by', {
          name: resolvedBy ?? text('actor.editor'),
          resolution: resolution ?? '–',
        })}
      </Typography>
    );
  return (
    <Button
      variant="secondary"
      onClick={onResolve}
      aria-label={`${text('report.resolve')} ${title ?? text('queue.untitled')}`}
    >
      {text('report.resolve')}
    </Button>
  );
}

interface DialogProps {
  readonly api: ModerationApi;
  readonly report: Report;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ResolveDialog({ api, report, onClose, onDone }: DialogProps) {
  const text = useText();
  return (
    <SendReasonDialog
      title={text('report.resolve.title')}
      confirm={text('report.resolve.confirm')}
      label={text('report.resolution')}
      hint={text('report.resolution.hint')}
      required
      doneMessage={text('report.done')}
      send={(resolution) => api.resolveReport(report.id, resolution)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
