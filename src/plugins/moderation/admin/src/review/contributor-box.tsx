import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ContributorHistory } from '#src/plugins/moderation/server/src/panel-contract';
import { mailUrl } from '#src/domain/mail-url';
import { Note } from '#src/admin/components/notes';
import { RefusedMails } from '../components/refused-mails';
import { PanelBox } from '#src/admin/components/panel-box';
import { formatDay } from '#src/admin/components/domain/formats';
import { useText } from '../translations/use-text';

/** Who submitted it, and the outcome of their earlier submissions. */
export function ContributorBox({ contributor }: { contributor: ContributorHistory | null }) {
  const text = useText();
  return (
    <PanelBox title={text('contributor.title')}>
      {contributor ? <Known contributor={contributor} /> : <Note>{text('contributor.none')}</Note>}
    </PanelBox>
  );
}

const COUNTS = ['submitted', 'approved', 'changesRequested', 'rejected'] as const;

function Known({ contributor }: { contributor: ContributorHistory }) {
  const text = useText();
  const { locale } = useIntl();
  const { username, email, since, refusedMails } = contributor;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <div>
        {username && (
          <Typography tag="p" fontWeight="bold">
            {username}
          </Typography>
        )}
        {email && <Link href={mailUrl(email)}>{email}</Link>}
        <RefusedMails count={refusedMails} />
        {since && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('contributor.since', { date: formatDay(since.slice(0, 10), locale) })}
          </Typography>
        )}
      </div>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text('contributor.history')}
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
        {COUNTS.map((count) => (
          <Flex key={count} justifyContent="space-between" gap={2}>
            <Typography tag="dt">{text(`contributor.${count}`)}</Typography>
            <Typography tag="dd">{contributor[count]}</Typography>
          </Flex>
        ))}
      </Flex>
    </Flex>
  );
}
