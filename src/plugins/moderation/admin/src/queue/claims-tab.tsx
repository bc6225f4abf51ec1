import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useClaimsApi, type Claim, type ClaimsApi } from '../api/use-claims-api';
import { useLoaded } from '../../../../../admin/parts/use-loaded';
import { WordBadge } from '../../../../../admin/parts/word-badge';
import { Age } from '../../../../../admin/parts/age';
import { Choice } from '../../../../../admin/parts/choice';
import { ReasonDialog } from '../components/reason-dialog';
import { useAnnounce } from '../../../../../admin/parts/use-announce';
import { useText } from '../translations/use-text';
import { EntryLink } from './entry-link';
import { PagedTable } from '../../../../../admin/parts/paged-table';

const STATES = ['open', 'accepted', 'refused'] as const;
const BUSINESS = 'api::business.business';

interface Deciding {
  readonly claim: Claim;
  readonly decision: 'accept' | 'refuse';
}

/** Who wants to manage a business; several for one business are shown as a dispute. */
export function ClaimsTab({ onChanged }: { onChanged: () => void }) {
  const text = useText();
  const api = useClaimsApi();
  const [params, setParams] = useSearchParams();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const state = STATES.find((name) => name === params.get('state')) ?? 'open';
  const page = Number(params.get('page') ?? 1);
  const load = useCallback((signal: AbortSignal) => api.claims({ state, page }, signal), [api, state, page]);
  const loaded = useLoaded(load);
  const go = (changes: Record<string, string>): void => setParams({ tab: 'claims', state, ...changes });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex>
        <Choice
          label={text('filter.claims')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`claim.${value}`) }))}
          onChange={(value) => go({ state: value })}
        />
      </Flex>
      <PagedTable
        label={text('tab.claims')}
        empty={text('queue.empty')}
        columns={[
          { label: text('column.title'), cell: (claim) => <Claimed claim={claim} /> },
          { label: text('column.claimant'), cell: (claim) => <Claimant claim={claim} /> },
          {
            label: text('decision.reason'),
            cell: ({ reason }) => (
              <Box maxWidth="40rem" paddingTop={2} paddingBottom={2}>
                <Typography style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{reason}</Typography>
              </Box>
            ),
          },
          {
            label: text('column.claimed'),
            cell: ({ createdAt }) => (
              <Typography>
                <Age since={createdAt} />
              </Typography>
            ),
          },
          {
            label: text('column.actions'),
            cell: (claim) => (
              <Decisions claim={claim} onDecide={(decision) => setDeciding({ claim, decision })} />
            ),
          },
        ]}
        loaded={loaded}
        onPage={(next) => go({ page: String(next) })}
      />
      {deciding && (
        <DecisionDialog
          {...deciding}
          api={api}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null);
            loaded.reload();
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}

function Claimed({ claim }: { claim: Claim }) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <EntryLink contentType={BUSINESS} documentId={claim.business} title={claim.businessName} />
      {claim.dispute && (
        <WordBadge variant="danger" title={text('claim.dispute.hint')}>
          {text('claim.dispute')}
        </WordBadge>
      )}
    </Flex>
  );
}

function Claimant({ claim: { claimant } }: { claim: Claim }) {
  const text = useText();
  if (!claimant) return <Typography textColor="neutral600">{text('claim.account-gone')}</Typography>;
  return (
    <Typography>
      {claimant.username}
      <br />
      {claimant.email}
    </Typography>
  );
}

interface DecisionsProps {
  readonly claim: Claim;
  readonly onDecide: (decision: 'accept' | 'refuse') => void;
}

function Decisions({ claim, onDecide }: DecisionsProps) {
  const text = useText();
  const { state, decisionReason, businessName, claimant } = claim;
  if (state !== 'open') return <Typography>{decisionReason || '–'}</Typography>;
  return (
    <Flex gap={2} wrap="wrap">
      {(['accept', 'refuse'] as const).map((decision) => (
        <Button
          key={decision}
          variant={decision === 'accept' ? 'success-light' : 'danger-light'}
          aria-label={`${text(`claim.${decision}`)} ${businessName}, ${claimant?.username ?? ''}`}
          onClick={() => onDecide(decision)}
        >
          {text(`claim.${decision}`)}
        </Button>
      ))}
    </Flex>
  );
}

interface DialogProps extends Deciding {
  readonly api: ClaimsApi;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DecisionDialog({ api, claim, decision, onClose, onDone }: DialogProps) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const decide = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.decide(claim.id, decision, reason);
      done(text(`claim.done.${decision}`));
      onDone();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };
  return (
    <ReasonDialog
      open
      title={text(`claim.${decision}.title`)}
      confirm={text(`claim.${decision}.confirm`)}
      label={text('decision.reason')}
      hint={text(`claim.${decision}.hint`)}
      required={decision === 'refuse'}
      danger={decision === 'refuse'}
      busy={busy}
      reason={reason}
      onReason={setReason}
      onConfirm={() => void decide()}
      onClose={onClose}
    />
  );
}
