import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Report } from '../api/contract';
import { useLoaded } from '../../../../../admin/parts/use-loaded';
import type { ModerationApi } from '../api/use-moderation-api';
import { Age } from '../../../../../admin/parts/age';
import { Choice } from '../../../../../admin/parts/choice';
import { ReasonDialog } from '../components/reason-dialog';
import { useAnnounce } from '../../../../../admin/parts/use-announce';
import type { MessageId } from '../translations/de';
import { useText } from '../translations/use-text';
import { EntryLink } from './entry-link';
import { PagedTable } from '../../../../../admin/parts/paged-table';

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
  const [params, setParams] = useSearchParams();
  const [resolving, setResolving] = useState<Report | null>(null);
  const state = STATES.find((name) => name === params.get('state')) ?? 'open';
  const page = Number(params.get('page') ?? 1);
  const load = useCallback((signal: AbortSignal) => api.reports({ state, page }, signal), [api, state, page]);
  const loaded = useLoaded(load);
  const go = (changes: Record<string, string>): void => setParams({ tab: 'reports', state, ...changes });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex>
        <Choice
          label={text('filter.reports')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`report.${value}`) }))}
          onChange={(value) => go({ state: value })}
        />
      </Flex>
      <PagedTable
        label={text('tab.reports')}
        empty={text('queue.empty')}
        columns={[
          {
            label: text('column.title'),
            cell: ({ contentType, documentId, title }) => (
              <EntryLink contentType={contentType} documentId={documentId} title={title} />
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
        onPage={(next) => go({ page: String(next) })}
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
  const { done, failed } = useAnnounce();
  const [resolution, setResolution] = useState('');
  const [busy, setBusy] = useState(false);
  const resolve = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.resolveReport(report.id, resolution);
      done(text('report.done'));
      onDone();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      open
      title={text('report.resolve.title')}
      confirm={text('report.resolve.confirm')}
      label={text('report.resolution')}
      hint={text('report.resolution.hint')}
      required
      busy={busy}
      reason={resolution}
      onReason={setResolution}
      onConfirm={() => void resolve()}
      onClose={onClose}
    />
  );
}
