import { Flex, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useNow } from '#src/admin/components/age';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { usePolled } from '#src/admin/components/use-polled';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import { useFeedApi, type FeedApi } from '../api/use-feed-api';
import { LightBadge } from '../components/light-badge';
import { lightOf } from '../domain/light';
import { DeliveriesBox } from '../portal/deliveries-box';
import { DetailsBox } from '../portal/details-box';
import { HealthBox } from '../portal/health-box';
import { PortalActions } from '../portal/portal-actions';
import { TroubleNote } from '../portal/trouble-note';
import { useText } from '../translations/use-text';

// Someone who has just pressed "send again" is waiting for the result.
const POLL_SECONDS = 2;

/** One portal: its health, what it gets, and every delivery. */
export function PortalPage() {
  const { documentId = '' } = useParams();
  const api = useFeedApi();
  const load = useCallback((signal: AbortSignal) => api.portal(documentId, signal), [api, documentId]);
  const { value, failure, reload } = usePolled(load, POLL_SECONDS);
  return (
    <Page.Main>
      {failure && (
        <Flex padding={6}>
          <FailureNote failure={failure} onRetry={reload} />
        </Flex>
      )}
      {!value && !failure && <Loading />}
      {value && <Portal key={documentId} api={api} portal={value} onChanged={reload} />}
    </Page.Main>
  );
}

interface Props {
  readonly api: FeedApi;
  readonly portal: PortalItem;
  readonly onChanged: () => void;
}

function Portal({ api, portal, onChanged }: Props) {
  const text = useText();
  const light = lightOf(portal, portal.health, useNow());
  return (
    <>
      <Page.Title>{portal.name}</Page.Title>
      <Layouts.Header
        title={portal.name}
        navigationAction={
          <Link tag={RouterLink} to=".." relative="path" startIcon={<ArrowLeft />}>
            {text('portal.back')}
          </Link>
        }
        subtitle={
          // Screen readers announce a change of state, but not figures that change all the time.
          <span role="status">
            <LightBadge light={light} />
          </span>
        }
        primaryAction={<PortalActions api={api} portal={portal} onChanged={onChanged} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <TroubleNote portal={portal} light={light} />
          <HealthBox health={portal.health} />
          <DeliveriesBox api={api} portal={portal} onChanged={onChanged} />
          <DetailsBox portal={portal} />
        </Flex>
      </Layouts.Content>
    </>
  );
}
