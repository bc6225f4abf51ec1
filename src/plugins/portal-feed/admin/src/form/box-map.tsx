import { Box, Typography } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import type { BoundingBox } from '#src/plugins/portal-feed/server/src/contract';
import { useText } from '../translations/use-text';

const WIDTH = 220;

/** The city as a frame with the box in it. The numbers next to it say the same, so it is hidden from screen readers. */
export function BoxMap({ city, box }: { city: BoundingBox; box: BoundingBox }) {
  const text = useText();
  const { colors } = useTheme();
  // Degrees of longitude are shorter than those of latitude, by the cosine of the latitude.
  const squeeze = Math.cos((((city.north + city.south) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((city.east - city.west) * squeeze);
  const height = (city.north - city.south) * scale;
  const x = (longitude: number) => (longitude - city.west) * squeeze * scale;
  const y = (latitude: number) => (city.north - latitude) * scale;
  return (
    <Box width={`${WIDTH}px`} maxWidth="100%">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden style={{ width: '100%', display: 'block' }}>
        <rect
          width={WIDTH}
          height={height}
          fill={colors.neutral100}
          stroke={colors.neutral300}
          strokeWidth={3}
        />
        <rect
          x={x(box.west)}
          y={y(box.north)}
          width={Math.max(0, x(box.east) - x(box.west))}
          height={Math.max(0, y(box.south) - y(box.north))}
          fill={colors.primary200}
          stroke={colors.primary600}
          strokeWidth={2}
        />
      </svg>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('field.box.map')}
      </Typography>
    </Box>
  );
}
