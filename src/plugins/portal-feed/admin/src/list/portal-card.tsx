import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { parseUrl } from '#src/domain/parse-url';
import type { PortalItem } from '#src/plugins/portal-feed/server/src/contract';
import { Figures } from '../components/figures';
import { HoursChart } from '../components/hours-chart';
import { LightBadge } from '../components/light-badge';
import { useHealthFigures } from '../components/use-health-figures';
import { lightOf, needsSomebody } from '../domain/light';
import { useText } from '../translations/use-text';

/** One portal at a glance. */
export function PortalCard({ portal, now }: { portal: PortalItem; now: Date }) {
  const text = useText();
  const heading = useId();
  const light = lightOf(portal, portal.health, now);
  return (
    <Box
      tag="li"
      aria-labelledby={heading}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      borderColor={needsSomebody(light) ? 'danger600' : 'neutral150'}
      data-portal={portal.documentId}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
          <Flex direction="column" alignItems="flex-start" minWidth={0} style={{ flex: '1 1 18rem' }}>
            <Typography tag="h2" variant="delta" id={heading} style={{ overflowWrap: 'anywhere' }}>
              <Link tag={RouterLink} to={portal.documentId}>
                {portal.name}
              </Link>
            </Typography>
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {portal.url ? hostOf(portal.url) : text('portal.pulls')}
            </Typography>
          </Flex>
          <LightBadge light={light} />
        </Flex>
        <Figures figures={useHealthFigures(portal.health)} />
        <HoursChart hours={portal.health.hours} />
      </Flex>
    </Box>
  );
}

const hostOf = (url: string): string => parseUrl(url)?.host ?? url;
