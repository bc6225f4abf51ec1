import { accept, refuse, type Checked } from './checked';
import { normalPostcode } from './places';

// The postcodes of a large city and its surroundings; who serves more has a radius.
export const MAX_POSTCODES = 100;

/** What is farther away than the next big city is no neighbourhood. In km. */
export const MAX_SERVICE_RADIUS_KM = 100;
export const MIN_SERVICE_RADIUS_KM = 0.1;

const separated = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** Postcodes as a list, or as a text in which blanks, commas or semicolons separate them: sorted, each once. */
export function checkServedPostcodes(value: unknown): Checked<string[]> {
  const given: unknown[] | undefined =
    typeof value === 'string' ? separated(value) : Array.isArray(value) ? value : undefined;
  if (!given) return refuse('list-malformed');
  if (given.length > MAX_POSTCODES)
    return refuse('postcodes-too-many', { count: given.length, maximum: MAX_POSTCODES });
  const postcodes: string[] = [];
  for (const one of given) {
    const postcode = typeof one === 'string' ? normalPostcode(one) : undefined;
    if (postcode === undefined) return refuse('postcode-malformed', { postcode: String(one) });
    postcodes.push(postcode);
  }
  return accept([...new Set(postcodes)].sort());
}

/** A radius in km, to the metre. */
export const checkServiceRadius = (value: unknown): Checked<number> =>
  typeof value === 'number' && value >= MIN_SERVICE_RADIUS_KM && value <= MAX_SERVICE_RADIUS_KM
    ? accept(Math.round(value * 1000) / 1000)
    : refuse('service-radius-range', {
        found: String(value),
        minimum: MIN_SERVICE_RADIUS_KM,
        maximum: MAX_SERVICE_RADIUS_KM,
      });
