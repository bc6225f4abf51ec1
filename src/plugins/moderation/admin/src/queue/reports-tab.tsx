import { Box, Button, Flex, Td, Tr, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Report } from '../api/contract';
import { useLoaded } from '../api/use-loaded';
import type { ModerationApi } from '../api/use-moderation-api';
import { Age } from '../components/age';
import { Choice } from '../components/choice';
import { ReasonDialog } from '../components/reason-dialog';
import { useAnnounce } from '../components/use-announce';
import type { MessageId } from '../translations/de';
import { useText } from '../translations/use-text';
import { EntryLink } from './entry-link';
import { QueueTable } from './queue-table';

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
      <QueueTable
        label={text('tab.reports')}
        columns={[
          text('column.title'),
          text('column.kind'),
          text('column.message'),
          text('column.reported'),
          text('column.actions'),
        ]}
        loaded={loaded}
        onPage={(next) => go({ page: String(next) })}
        row={(report) => <Row key={report.id} report={report} onResolve={() => setResolving(report)} />}
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

function Row({ report, onResolve }: { report: Report; onResolve: () => void }) {
  const text = useText();
  const { contentType, documentId, email, resolvedAt, resolution } = report;
  const title = report.title ?? text('queue.untitled');
  return (
    <Tr>
      <Td>
        <EntryLink contentType={contentType} documentId={documentId} title={title} />
      </Td>
      <Td>
        <Typography>{text(kindLabel(report.kind))}</Typography>
      </Td>
      <Td>
        <Box maxWidth="48rem" paddingTop={2} paddingBottom={2}>
          <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {report.message}
          </Typography>
          {email && <Typography variant="pi">{text('report.sender', { email })}</Typography>}
        </Box>
      </Td>
      <Td>
        <Typography>
          <Age since={report.createdAt} />
        </Typography>
      </Td>
      <Td>
        {resolvedAt ? (
          <Typography>
            {text('report.resolved-by', {
              name: report.resolvedBy ?? text('actor.editor'),
              resolution: resolution ?? '–',
            })}
          </Typography>
        ) : (
          <Button variant="secondary" onClick={onResolve} aria-label={`${text('report.resolve')} ${title}`}>
            {text('report.resolve')}
          </Button>
        )}
      </Td>
    </Tr>
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
