import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useClaimsApi, type Claim, type ClaimsApi } from '../api/use-claims-api';
import { WordBadge } from '#src/admin/components/word-badge';
import { Age } from '#src/admin/components/age';
import { Choice } from '#src/admin/components/choice';
import { EntryLink } from '#src/admin/components/entry-link';
import { useText } from '../translations/use-text';
import { RefusedMails } from '../components/refused-mails';
import { SendReasonDialog } from './send-reason-dialog';
import { useTabList } from './use-tab-list';
import { PagedTable } from '#src/admin/components/paged-table';

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
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { state, loaded, choose, turn } = useTabList('claims', STATES, api.claims);

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex>
        <Choice
          label={text('filter.claims')}
          value={state}
          options={STATES.map((value) => ({ value, label: text(`claim.${value}`) }))}
          onChange={choose}
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
        onPage={turn}
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
      <EntryLink contentType={BUSINESS} documentId={claim.business}>
        {claim.businessName ?? text('queue.untitled')}
      </EntryLink>
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
    <div>
      <Typography>
        {claimant.username}
        <br />
        {claimant.email}
      </Typography>
      <RefusedMails count={claimant.refusedMails} />
    </div>
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
  return (
    <SendReasonDialog
      title={text(`claim.${decision}.title`)}
      confirm={text(`claim.${decision}.confirm`)}
      label={text('decision.reason')}
      hint={text(`claim.${decision}.hint`)}
      required={decision === 'refuse'}
      danger={decision === 'refuse'}
      doneMessage={text(`claim.done.${decision}`)}
      send={(reason) => api.decide(claim.id, decision, reason)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
