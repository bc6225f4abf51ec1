import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import { useCity } from '../api/use-city';
import { distance, frameMap, type BoundingBox, type MapFrame, type Position } from '../domain/map-frame';
import { useText } from '../translations/use-text';

interface Props {
  readonly before: Position | null;
  readonly after: Position | null;
}

const WIDTH = 320;

/**
 * The position of the listing in the city, before and after. Drawn here, so that no tile server learns what is being
 * reviewed.
 */
export function PositionMap({ before, after }: Props) {
  const text = useText();
  const city = useCity();
  const shown = after ?? before;
  if (!shown) return null;
  const moved = before && after ? Math.round(distance(before, after)) : 0;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Drawing city={city} before={moved > 0 || !after ? before : null} after={after} />
      {moved > 0 && <Typography fontWeight="bold">{text('map.moved', { metres: moved })}</Typography>}
      <Typography>{degrees(shown)}</Typography>
      <Link href={openStreetMap(shown)} isExternal>
        {text('map.open')}
      </Link>
      {city && (
        <Typography variant="pi" textColor="neutral600">
          {text('map.outline')}
        </Typography>
      )}
    </Flex>
  );
}

function Drawing({ city, before, after }: Props & { city: BoundingBox | null }) {
  const text = useText();
  const { colors } = useTheme();
  const positions = [before, after].filter((position) => position !== null);
  const [first] = positions;
  if (!first) return null;
  const area = city ?? around(first);
  const frame = frameMap(area, positions, WIDTH);
  const marks = [
    { position: before, name: text('map.before'), colour: colors.danger600, hollow: true },
    { position: after, name: text('map.after'), colour: colors.success600, hollow: false },
  ].filter(({ position }) => position !== null);
  const label = marks.map(({ name, position }) => `${name} ${position ? degrees(position) : ''}`).join(', ');
  return (
    <Box maxWidth={`${WIDTH}px`} width="100%">
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={text('map.label', { positions: label })}
        style={{ width: '100%', display: 'block' }}
      >
        <rect width={frame.width} height={frame.height} fill={colors.neutral100} />
        <Outline area={area} frame={frame} fill={colors.neutral0} stroke={colors.neutral300} />
        {marks.map(
          ({ position, name, colour, hollow }) =>
            position && (
              <Pin
                key={name}
                at={frame.place(position)}
                name={name}
                colour={colour}
                hollow={hollow}
                ink={colors.neutral800}
                paper={colors.neutral0}
                // The two names are on different sides, so that they can be read when the pins are close together.
                flip={frame.place(position).x > frame.width * (hollow ? 0.3 : 0.7)}
              />
            ),
        )}
      </svg>
    </Box>
  );
}

interface OutlineProps {
  readonly area: BoundingBox;
  readonly frame: MapFrame;
  readonly fill: string;
  readonly stroke: string;
}

// Ten by ten fields: enough to see "in the north-east", without a line that could be mistaken for a street.
const FIELDS = 10;

function Outline({ area, frame, fill, stroke }: OutlineProps) {
  const topLeft = frame.place({ latitude: area.north, longitude: area.west });
  const bottomRight = frame.place({ latitude: area.south, longitude: area.east });
  const width = bottomRight.x - topLeft.x;
  const height = bottomRight.y - topLeft.y;
  const steps = Array.from({ length: FIELDS - 1 }, (_, index) => (index + 1) / FIELDS);
  return (
    <g stroke={stroke}>
      <rect x={topLeft.x} y={topLeft.y} width={width} height={height} fill={fill} strokeWidth={1.5} />
      {steps.map((step) => (
        <g key={step} strokeWidth={0.4} strokeDasharray="2 3">
          <line
            x1={topLeft.x + step * width}
            x2={topLeft.x + step * width}
            y1={topLeft.y}
            y2={bottomRight.y}
          />
          <line
            y1={topLeft.y + step * height}
            y2={topLeft.y + step * height}
            x1={topLeft.x}
            x2={bottomRight.x}
          />
        </g>
      ))}
    </g>
  );
}

interface PinProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly name: string;
  readonly colour: string;
  readonly ink: string;
  readonly paper: string;
  readonly hollow: boolean;
  readonly flip: boolean;
}

function Pin({ at, name, colour, ink, paper, hollow, flip }: PinProps) {
  return (
    <g>
      <circle
        cx={at.x}
        cy={at.y}
        r={hollow ? 7 : 4.5}
        fill={hollow ? 'none' : colour}
        stroke={colour}
        strokeWidth={2}
      />
      <text
        x={at.x + (flip ? -11 : 11)}
        y={at.y + (hollow ? -4 : 9)}
        textAnchor={flip ? 'end' : 'start'}
        fontSize={12}
        fill={ink}
        stroke={paper}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {name}
      </text>
    </g>
  );
}

// About 3 km to each side.
const around = ({ latitude, longitude }: Position): BoundingBox => ({
  south: latitude - 0.03,
  north: latitude + 0.03,
  west: longitude - 0.045,
  east: longitude + 0.045,
});

const degrees = ({ latitude, longitude }: Position): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

const openStreetMap = ({ latitude, longitude }: Position): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
