import { Box, Typography } from '@strapi/design-system';
import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { formatTime } from '#src/admin/components/domain/formats';
import { PanelBox } from '#src/admin/components/panel-box';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { Choices, Portal } from '#src/plugins/portal-feed/server/src/contract';
import { useFeedApi } from '../api/use-feed-api';
import { useChoiceNames } from '../components/use-choice-names';
import { useText } from '../translations/use-text';

/** The settings of the portal: where deliveries go and what it gets. */
export function DetailsBox({ portal }: { portal: Portal }) {
  const text = useText();
  const { locale } = useIntl();
  const api = useFeedApi();
  const { value: choices } = useLoaded(useCallback((signal: AbortSignal) => api.choices(signal), [api]));
  return (
    <PanelBox title={text('details.title')}>
      <Box
        tag="dl"
        style={{
          display: 'grid',
          gap: '1.2rem 2.4rem',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
        }}
      >
        <Line name={text('field.url')}>{portal.url ?? text('portal.pulls')}</Line>
        <Line name={text('field.contact')}>
          <a href={`mailto:${portal.contactEmail}`} style={{ color: 'inherit' }}>
            {portal.contactEmail}
          </a>
        </Line>
        <FilterLines portal={portal} choices={choices} />
        {portal.previousSecretUntil && (
          <Line name={text('details.rotation')}>
            {text('details.rotation.until', { time: formatTime(portal.previousSecretUntil, locale) })}
          </Line>
        )}
        <Line name={text('details.created')}>{formatTime(portal.createdAt, locale)}</Line>
      </Box>
    </PanelBox>
  );
}

function FilterLines({ portal: { filter }, choices }: { portal: Portal; choices: Choices | null }) {
  const text = useText();
  const names = useChoiceNames(choices);
  const { locale } = useIntl();
  const { boundingBox: box } = filter;
  // Five decimals are about a metre.
  const degrees = (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 5 });
  return (
    <>
      {(['types', 'categories', 'districts', 'postcodes', 'locales'] as const).map((list) => (
        <Line key={list} name={text(`field.${list}`)}>
          {filter[list].length === 0
            ? text(`field.${list}.all`)
            : filter[list].map((value) => names[list](value)).join(', ')}
        </Line>
      ))}
      {box && (
        <Line name={text('field.box')}>
          {text('details.box', {
            north: degrees(box.north),
            south: degrees(box.south),
            west: degrees(box.west),
            east: degrees(box.east),
          })}
        </Line>
      )}
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </div>
  );
}
