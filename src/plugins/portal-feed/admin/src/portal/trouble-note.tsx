import { Box } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNow } from '#src/admin/components/age';
import { Callout } from '#src/admin/components/callout';
import { ageInWords } from '#src/admin/components/domain/age';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import type { Light } from '../domain/light';
import { useText } from '../translations/use-text';

/** What is wrong with a portal and what to do about it; nothing if all is well. */
export function TroubleNote({ portal, light }: { portal: PortalItem; light: Light }) {
  const text = useText();
  const { locale } = useIntl();
  const now = useNow();
  const since = (time: string | null) => (time ? ageInWords(time, now, locale) : '');
  const { failingSince, backlog } = portal.health;
  if (light === 'disabled')
    return (
      <Box role="alert" data-trouble>
        <Callout variant="danger" title={text('trouble.disabled', { age: since(portal.stateSince) })}>
          {text(portal.stateReason === 'gone' ? 'trouble.gone' : 'trouble.given-up')}
        </Callout>
      </Box>
    );
  if (light === 'failing')
    return (
      <Box role="alert" data-trouble>
        <Callout variant="danger" title={text('trouble.failing', { age: since(failingSince) })}>
          {text('trouble.failing.text', { count: backlog })}
        </Callout>
      </Box>
    );
  if (light === 'paused')
    return (
      <Callout variant="warning" title={text('trouble.paused', { age: since(portal.stateSince) })}>
        {text('trouble.paused.text', { count: backlog })}
      </Callout>
    );
  return null;
}
