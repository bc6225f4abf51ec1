import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Age } from '#src/admin/components/age';
import { EntryLink } from '#src/admin/components/entry-link';
import { Note } from '#src/admin/components/notes';
import { WordBadge } from '#src/admin/components/word-badge';
import type { QueuedIntake } from '#src/plugins/moderation/server/src/panel-contract';
import { RefusedMails } from '../components/refused-mails';
import { useText } from '../translations/use-text';
import { IntakeFacts } from './intake-facts';
import { kindLabel } from './intake-kinds';

interface Props {
  readonly item: QueuedIntake;
  readonly onDecide: () => void;
}

const written = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

/** One thing that somebody told: what about, who, by when, and what there is to decide by. */
export function IntakeCard({ item, onDecide }: Props) {
  const text = useText();
  const { number, message, decisions, isOwnDecision } = item;
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Head item={item} />
        {message && (
          <Typography tag="p" style={written}>
            {message}
          </Typography>
        )}
        <Sender item={item} />
        <IntakeFacts facts={item.facts} />
        {isOwnDecision && <Note>{text('intake.own-decision')}</Note>}
        {decisions.length > 0 && !isOwnDecision && (
          <Flex>
            <Button
              variant="secondary"
              aria-label={`${text('intake.decide')} ${number}, ${item.title ?? item.url ?? ''}`}
              onClick={onDecide}
            >
              {text('intake.decide')}
            </Button>
          </Flex>
        )}
        <Outcome item={item} />
      </Flex>
    </Box>
  );
}

function Head({ item }: { item: QueuedIntake }) {
  const text = useText();
  const intl = useIntl();
  const { kind, number, isUrgent, isLate, dueOn, contentType, documentId, title, url, createdAt } = item;
  const label = kindLabel(kind);
  const due = intl.formatDate(`${dueOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <Flex gap={2} wrap="wrap">
        <WordBadge variant={isUrgent ? 'danger' : 'secondary'}>{label ? text(label) : kind}</WordBadge>
        {item.facts.some(({ name }) => name === 'others') && kind === 'claim' && (
          <WordBadge variant="danger" title={text('claim.dispute.hint')}>
            {text('claim.dispute')}
          </WordBadge>
        )}
        {isLate && <WordBadge variant="warning">{text('intake.late')}</WordBadge>}
        <Typography textColor="neutral600">
          {text('intake.number', { number })} · <Age since={createdAt} />
          {item.decisions.length > 0 && ` · ${text('intake.due', { day: due })}`}
        </Typography>
      </Flex>
      {contentType && documentId ? (
        <Box>
          <EntryLink contentType={contentType} documentId={documentId}>
            {title ?? text('queue.untitled')}
          </EntryLink>
        </Box>
      ) : (
        url && (
          <Box style={written}>
            <Link href={url} isExternal>
              {url}
            </Link>
          </Box>
        )
      )}
    </>
  );
}

function Sender({ item: { from } }: { item: QueuedIntake }) {
  const text = useText();
  if (!from) return <Typography textColor="neutral600">{text('intake.anonymous')}</Typography>;
  if (from.isGone) return <Typography textColor="neutral600">{text('claim.account-gone')}</Typography>;
  return (
    <div>
      <Typography tag="p" style={written}>
        {[from.name, from.email].filter(Boolean).join(', ')}
      </Typography>
      <RefusedMails count={from.refusedMails} />
    </div>
  );
}

const OUTCOMES = ['settled', 'taken-down', 'accepted', 'declined', 'withdrawn'] as const;

function Outcome({ item: { decision, decisionReason, decidedBy, decidedAt } }: { item: QueuedIntake }) {
  const text = useText();
  const known = OUTCOMES.find((name) => name === decision);
  if (!known || !decidedAt) return null;
  return (
    <Typography tag="p" style={written}>
      {text(`intake.outcome.${known}`)}
      {decidedBy && ` · ${decidedBy}`} · <Age since={decidedAt} />
      {decisionReason && (
        <>
          <br />
          {decisionReason}
        </>
      )}
    </Typography>
  );
}
