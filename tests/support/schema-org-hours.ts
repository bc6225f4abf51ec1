import { DAY_MS, dayOf, HOUR_MS } from '../../src/opening-hours/domain/wall-clock';

/** https://schema.org/OpeningHoursSpecification, as it is in JSON. */
interface Specification {
  readonly dayOfWeek?: readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
}

export interface Specifications {
  readonly openingHoursSpecification?: readonly Specification[];
  readonly specialOpeningHoursSpecification?: readonly Specification[];
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const timeOf = (text: string): number => Date.parse(`1970-01-01T${text}:00Z`);

const isValid = ({ validFrom, validThrough }: Specification, day: string): boolean =>
  (validFrom ?? day) <= day && day <= (validThrough ?? day);

/** What is said about a day: the special hours where there are some, which override the others, else all others together. */
function saidOf(day: string, all: Specifications): readonly Specification[] {
  const special = (all.specialOpeningHoursSpecification ?? []).filter((one) => isValid(one, day));
  if (special.length > 0) return special;
  const name = `https://schema.org/${NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
  return (all.openingHoursSpecification ?? []).filter(
    (one) => isValid(one, day) && (one.dayOfWeek?.includes(name) ?? true),
  );
}

// As long as an open end is certainly open in the directory (docs/directory.md).
const OPEN_END = 4 * HOUR_MS;

/**
 * Whether a place is open by schema.org's definition: "The place is open if the opens property is specified, and closed
 * otherwise. If the value for the closes property is less than the value for the opens property then the hour range is
 * assumed to span over the next day." 00:00 to 00:00 is closed, and 23:59 is the end of the day, as Google has them.
 * @param reading of the city's clock
 * @returns `perhaps` some hours after it has opened, where it is not said when it closes
 */
export function openBySchemaOrg(all: Specifications, reading: number): 'open' | 'perhaps' | 'closed' {
  let perhaps = false;
  for (const back of [0, 1]) {
    const midnight = Math.floor(reading / DAY_MS) * DAY_MS - back * DAY_MS;
    for (const { opens, closes } of saidOf(dayOf(midnight), all)) {
      if (opens === undefined) continue;
      const start = midnight + timeOf(opens);
      if (closes === undefined) {
        if (reading >= start && reading < start + OPEN_END) return 'open';
        perhaps ||= reading >= start + OPEN_END;
        continue;
      }
      const last = closes === '23:59' ? DAY_MS : timeOf(closes);
      const end = midnight + last + (closes < opens ? DAY_MS : 0);
      if (reading >= start && reading < end) return 'open';
    }
  }
  return perhaps ? 'perhaps' : 'closed';
}
