import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { PanelBox } from '#src/admin/components/panel-box';
import type { HealthHour, PortalHealth } from '#src/plugins/portal-feed/server/src/contract';
import { Figures } from '../components/figures';
import { HoursChart } from '../components/hours-chart';
import { useHealthFigures } from '../components/use-health-figures';
import { attemptFigures } from '../domain/attempt-figures';
import { formatHour } from '../domain/figure-words';
import { useText } from '../translations/use-text';

/** The health of deliveries to the portal: figures, and the last 24 hours as a chart and as a table. */
export function HealthBox({ health }: { health: PortalHealth }) {
  const text = useText();
  const { succeeded, failed } = attemptFigures(health.hours);
  const figures = [
    ...useHealthFigures(health),
    { name: text('figure.attempts'), value: text('figure.attempts.value', { succeeded, failed }) },
  ];
  return (
    <PanelBox title={text('health.title')}>
      <Figures figures={figures} />
      <Box maxWidth="72rem">
        <HoursChart hours={health.hours} height={110} />
      </Box>
      {succeeded + failed > 0 && <HoursTable hours={health.hours} />}
    </PanelBox>
  );
}

function HoursTable({ hours }: { hours: readonly HealthHour[] }) {
  const text = useText();
  const { locale } = useIntl();
  const busy = hours.filter(({ succeeded, failed }) => succeeded + failed > 0);
  return (
    <Box tag="details">
      <Typography tag="summary" textColor="primary600" style={{ cursor: 'pointer' }}>
        {text('chart.as-table')}
      </Typography>
      <Flex paddingTop={3}>
        <table>
          <caption style={{ textAlign: 'start' }}>
            <Typography variant="pi" textColor="neutral600">
              {text('chart.caption')}
            </Typography>
          </caption>
          <thead>
            <tr>
              {(['chart.hour', 'chart.succeeded', 'chart.failed'] as const).map((id) => (
                <HourCell key={id} head>
                  {text(id)}
                </HourCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map(({ start, succeeded, failed }) => (
              <tr key={start}>
                <HourCell>{formatHour(start, locale)}</HourCell>
                <HourCell>{succeeded}</HourCell>
                <HourCell>{failed}</HourCell>
              </tr>
            ))}
          </tbody>
        </table>
      </Flex>
    </Box>
  );
}

function HourCell({ head, children }: { head?: boolean; children: string | number }) {
  return (
    <Box
      tag={head ? 'th' : 'td'}
      {...(head ? { scope: 'col' } : {})}
      paddingRight={6}
      paddingTop={1}
      style={{ textAlign: 'start' }}
    >
      <Typography variant={head ? 'sigma' : 'omega'} textColor={head ? 'neutral600' : 'neutral800'}>
        {children}
      </Typography>
    </Box>
  );
}
