import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import type { HealthHour } from '#src/plugins/portal-feed/server/src/contract';
import { attemptFigures } from '../domain/attempt-figures';
import { barsOf } from '../domain/bars';
import { formatHour } from '../domain/figure-words';
import { useText } from '../translations/use-text';

const WIDTH = 360;
const BARS = { width: WIDTH, gap: 3 };

interface Props {
  readonly hours: readonly HealthHour[];
  /** In pixels. */
  readonly height?: number;
}

/**
 * The attempts of the last 24 hours, one bar per hour, with failures hatched on top, since colour alone is not enough.
 * Screen readers get the figures as its name.
 */
export function HoursChart({ hours, height = 60 }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const { colors } = useTheme();
  const hatch = useId();
  const label = useChartLabel(hours);
  const bars = barsOf(hours, { ...BARS, height });
  const first = hours[0];
  const middle = hours[Math.floor(hours.length / 2)];
  return (
    <Box width="100%">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        style={{ width: '100%', height: `${height}px`, display: 'block' }}
      >
        <defs>
          <pattern
            id={hatch}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={5} height={5} fill={colors.danger600} />
            <line x1={0} y1={0} x2={0} y2={5} stroke={colors.neutral0} strokeWidth={2} />
          </pattern>
        </defs>
        {bars.map(({ start, x, width, succeeded, failed }) => (
          <g key={start}>
            <rect x={x} width={width} y={height - 1} height={1} fill={colors.neutral300} />
            <rect x={x} width={width} y={succeeded.y} height={succeeded.height} fill={colors.success600} />
            <rect
              x={x}
              width={width}
              y={failed.y}
              height={failed.height}
              fill={`url(#${hatch})`}
              stroke={failed.height > 0 ? colors.danger600 : 'none'}
              strokeWidth={0.75}
            />
          </g>
        ))}
      </svg>
      <Flex justifyContent="space-between" aria-hidden>
        {[first, middle].map((hour) => (
          <Typography key={hour?.start} variant="pi" textColor="neutral600">
            {hour && formatHour(hour.start, locale)}
          </Typography>
        ))}
        <Typography variant="pi" textColor="neutral600">
          {text('chart.now')}
        </Typography>
      </Flex>
    </Box>
  );
}

function useChartLabel(hours: readonly HealthHour[]): string {
  const text = useText();
  const { locale } = useIntl();
  const { succeeded, failed, worstHour } = attemptFigures(hours);
  if (succeeded + failed === 0) return text('chart.none');
  if (!worstHour) return text('chart.all-well', { count: succeeded });
  return text('chart.label', {
    count: succeeded + failed,
    failed,
    hour: formatHour(worstHour, locale),
  });
}
