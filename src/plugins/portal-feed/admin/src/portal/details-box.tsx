import { Box, Typography } from '@strapi/design-system';
import { useCallback, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { formatTime } from '#src/admin/components/domain/formats';
import { mailUrl } from '#src/domain/mail-url';
import { FailureNote } from '#src/admin/components/notes';
import { PanelBox } from '#src/admin/components/panel-box';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { BoundingBox, Choices, FilterValue, Portal } from '#src/plugins/portal-feed/server/src/contract';
import { useFeedApi } from '../api/use-feed-api';
import { useOptionName } from '../components/use-option-name';
import { asksNothing } from '#src/plugins/portal-feed/server/src/domain/filter-values';
import { useText } from '../translations/use-text';

/** The settings of the portal: where deliveries go and what it gets. */
export function DetailsBox({ portal }: { portal: Portal }) {
  const text = useText();
  const { locale } = useIntl();
  const api = useFeedApi();
  const {
    value: choices,
    failure,
    reload,
  } = useLoaded(useCallback((signal: AbortSignal) => api.choices(signal), [api]));
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
          <a href={mailUrl(portal.contactEmail)} style={{ color: 'inherit' }}>
            {portal.contactEmail}
          </a>
        </Line>
        {choices?.map((field) => (
          <Line key={field.key} name={field.label}>
            <Asked field={field} wanted={portal.filter[field.key]} />
          </Line>
        ))}
        {portal.previousSecretUntil && (
          <Line name={text('details.rotation')}>
            {text('details.rotation.until', { time: formatTime(portal.previousSecretUntil, locale) })}
          </Line>
        )}
        <Line name={text('details.created')}>{formatTime(portal.createdAt, locale)}</Line>
      </Box>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
    </PanelBox>
  );
}

interface AskedProps {
  readonly field: Choices[number];
  readonly wanted: FilterValue | undefined;
}

/** What a portal asks by one criterion, in words. */
function Asked({ field, wanted }: AskedProps) {
  const text = useText();
  const nameOf = useOptionName();
  if (asksNothing(wanted)) return field.all;
  if (field.kind === 'flag') return text('details.yes');
  if (field.kind === 'box') return <Edges box={wanted as BoundingBox} />;
  const named = (value: string): string => {
    const option = field.options.find((one) => one.value === value);
    return option ? nameOf(option) : value;
  };
  return (wanted as readonly string[]).map(named).join(', ');
}

function Edges({ box }: { box: BoundingBox }) {
  const text = useText();
  const { locale } = useIntl();
  // Five decimals are a metre.
  const degrees = (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 5 });
  return text('details.box', {
    north: degrees(box.north),
    south: degrees(box.south),
    west: degrees(box.west),
    east: degrees(box.east),
  });
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
