import { Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useNow } from '#src/admin/components/age';
import { usePolled } from '#src/admin/components/use-polled';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import { useFeedApi } from '../api/use-feed-api';
import { LightBadge } from '../components/light-badge';
import { lightOf, needsSomebody } from '../domain/light';
import { useText } from '../translations/use-text';

// Home pages stay open all day.
const POLL_SECONDS = 15;
const SHOWN = 5;

/** All portals at a glance: green, or red with the names of those that get nothing. */
export function FeedWidget() {
  const text = useText();
  const api = useFeedApi();
  const now = useNow();
  const { value, failure } = usePolled(
    useCallback((signal: AbortSignal) => api.portals(signal), [api]),
    POLL_SECONDS,
  );
  if (!value && failure) return <Widget.Error>{text('widget.failed')}</Widget.Error>;
  if (!value) return <Widget.Loading>{text('widget.loading')}</Widget.Loading>;
  if (value.length === 0) return <Widget.NoData>{text('list.empty')}</Widget.NoData>;
  const troubled = value.filter((portal) => needsSomebody(lightOf(portal, portal.health, now)));
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      data-feed-widget={troubled.length ? 'red' : 'green'}
    >
      <Verdict troubled={troubled.length} count={value.length} />
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {(troubled.length ? troubled : value).slice(0, SHOWN).map((portal) => (
          <Line key={portal.documentId} portal={portal} now={now} />
        ))}
      </Flex>
    </Flex>
  );
}

function Verdict({ troubled, count }: { troubled: number; count: number }) {
  const text = useText();
  const colour = troubled ? 'danger' : 'success';
  const Icon = troubled ? WarningCircle : CheckCircle;
  return (
    <Flex
      gap={3}
      padding={4}
      hasRadius
      background={`${colour}100`}
      borderColor={`${colour}600`}
      role="status"
    >
      <Icon fill={`${colour}600`} width="2rem" height="2rem" aria-hidden style={{ flexShrink: 0 }} />
      <Typography fontWeight="bold" textColor={`${colour}700`}>
        {troubled ? text('widget.troubled', { count: troubled }) : text('widget.well', { count })}
      </Typography>
    </Flex>
  );
}

function Line({ portal, now }: { portal: PortalItem; now: Date }) {
  const text = useText();
  const { backlog } = portal.health;
  return (
    <Flex tag="li" justifyContent="space-between" gap={3} wrap="wrap">
      <Link tag={RouterLink} to={`/plugins/portal-feed/${portal.documentId}`}>
        {portal.name}
      </Link>
      <Flex gap={3}>
        {backlog > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {text('widget.backlog', { count: backlog })}
          </Typography>
        )}
        <LightBadge light={lightOf(portal, portal.health, now)} />
      </Flex>
    </Flex>
  );
}
