import { Box, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useNow } from '#src/admin/components/age';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { usePolled } from '#src/admin/components/use-polled';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import { useFeedApi } from '../api/use-feed-api';
import { lightOf, needsSomebody } from '../domain/light';
import { PortalCard } from '../list/portal-card';
import { MANAGE } from '../permissions';
import { useText } from '../translations/use-text';

// Someone watching sees a delivery promptly, and a list of portals takes only a few statements.
const POLL_SECONDS = 5;

/** All portals with their health, those in trouble first. */
export function PortalsPage() {
  const text = useText();
  const api = useFeedApi();
  const { allowedActions } = useRBAC(MANAGE);
  const { value, failure, reload } = usePolled(
    useCallback((signal: AbortSignal) => api.portals(signal), [api]),
    POLL_SECONDS,
  );
  const add = allowedActions.canManage ? (
    <LinkButton tag={RouterLink} to="new" startIcon={<Plus />}>
      {text('list.new')}
    </LinkButton>
  ) : undefined;
  return (
    <Page.Main>
      <Page.Title>{text('menu')}</Page.Title>
      <Layouts.Header
        title={text('menu')}
        subtitle={value?.length === 0 ? undefined : <Subtitle portals={value} />}
        primaryAction={value?.length ? add : undefined}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8}>
          {failure && <FailureNote failure={failure} onRetry={reload} />}
          {!value && !failure && <Loading />}
          {value?.length === 0 && <EmptyStateLayout content={text('list.empty')} action={add} />}
          {value && value.length > 0 && <PortalList portals={value} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function PortalList({ portals }: { portals: readonly PortalItem[] }) {
  const text = useText();
  const now = useNow();
  const trouble = (portal: PortalItem) => (needsSomebody(lightOf(portal, portal.health, now)) ? 0 : 1);
  const shown = [...portals].sort((a, b) => trouble(a) - trouble(b) || a.name.localeCompare(b.name));
  return (
    <Box
      tag="ul"
      aria-label={text('menu')}
      style={{
        display: 'grid',
        gap: '1.6rem',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 40rem), 1fr))',
      }}
    >
      {shown.map((portal) => (
        <PortalCard key={portal.documentId} portal={portal} now={now} />
      ))}
    </Box>
  );
}

function Subtitle({ portals }: { portals: readonly PortalItem[] | null }) {
  const text = useText();
  const now = useNow();
  if (!portals) return <span aria-live="polite" />;
  const troubled = portals.filter((portal) => needsSomebody(lightOf(portal, portal.health, now))).length;
  return (
    <Box tag="p" aria-live="polite" color="neutral600" style={{ fontSize: '1.6rem' }}>
      {text('list.subtitle', { count: portals.length, troubled })}
    </Box>
  );
}
