import { WordBadge } from '#src/admin/components/word-badge';
import type { Light } from '../domain/light';
import { useText } from '../translations/use-text';

const COLOURS = {
  healthy: 'success',
  late: 'warning',
  failing: 'danger',
  paused: 'secondary',
  disabled: 'danger',
  new: 'neutral',
  pulls: 'neutral',
} as const;

/** The health of a portal as a word, so that the colour is not needed. */
export function LightBadge({ light }: { light: Light }) {
  const text = useText();
  return (
    <WordBadge variant={COLOURS[light]} data-light={light}>
      {text(`light.${light}`)}
    </WordBadge>
  );
}
