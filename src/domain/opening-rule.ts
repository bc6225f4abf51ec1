import OpeningHours from 'opening_hours';
import { refuse, type Refused } from './checked';
import { FEDERAL_STATES, type FederalState } from './federal-states';
import type { GeoPoint } from './geo';
import type { Language } from '../languages/language';
import { ruleExcess } from './rule-excess';

/** Where a rule applies: the federal state determines the public holidays, the point the sunrise. */
export interface RulePlace {
  federalState: FederalState;
  centre: GeoPoint;
}

/** Sunrise and holidays of the middle of Germany, until the city says where it is. */
export const ANYWHERE: RulePlace = { federalState: 'DE-TH', centre: { latitude: 51.16, longitude: 10.45 } };

export type CheckedRule = { ok: true; value: string } | Refused;

const nominatim = (place: RulePlace) => ({
  lat: place.centre.latitude,
  lon: place.centre.longitude,
  address: { country_code: 'de', state: FEDERAL_STATES[place.federalState] },
});

// The parser throws strings that mark the position of the mistake with an arrow: 'fo <--- (sentence)'.
const problemOf = (thrown: unknown): string => {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n')[0]?.trim().slice(0, 300) ?? '';
};

/**
 * A rule in OSM `opening_hours` syntax, parsed for the city's federal state. It is only parsed, never evaluated:
 * `getNextChange()` without a limit does not return on some real rules, and `getWarnings()` may take seconds.
 * @param language of the parser's messages
 */
export const checkOpeningRule = (rule: string, place: RulePlace, language: Language): CheckedRule => {
  const value = rule.trim();
  const excess = ruleExcess(value);
  if (excess) return refuse(excess.reason, { found: value, ...excess.details });
  try {
    new OpeningHours(value, nominatim(place), {
      mode: 0,
      tag_key: undefined,
      map_value: undefined,
      warnings_severity: undefined,
      locale: language,
    });
    return { ok: true, value };
  } catch (thrown) {
    return refuse('hours-malformed', { found: value, problem: problemOf(thrown) });
  }
};
