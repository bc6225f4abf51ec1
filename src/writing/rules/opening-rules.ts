import { LRUCache } from 'lru-cache';
import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { checkOpeningRule, type CheckedRule, type RulePlace } from '../../domain/opening-rule';
import type { Language } from '../../domain/language';
import { turn } from '../../opening-hours/turn';
import type { Component } from './components-in';

// Parsing one takes 0.7 ms, and a listing is checked in each language, for the draft and for publishing. All shops of a
// city together use a few hundred different ones.
const known = new LRUCache<string, CheckedRule>({ max: 2_000 });

/** Sunrise and holidays of the middle of Germany, until there is a city profile. */
export const ANYWHERE: RulePlace = {
  federalState: 'DE-TH',
  centre: { latitude: 51.16, longitude: 10.45 },
};

/** `checkOpeningRule`, cached by rule and place. */
export function knownOpeningRule(rule: string, place: RulePlace, language: Language): CheckedRule {
  const { federalState, centre } = place;
  const key = [language, federalState, centre.latitude, centre.longitude, rule].join(' ');
  const before = known.get(key);
  if (before) return before;
  const checked = checkOpeningRule(rule, place, language);
  known.set(key, checked);
  return checked;
}

// Of one list (list-rules.ts); what is beyond is refused unread.
const MOST_RULES = 80;

// After so many the check looks at no more (check-data.ts).
const MOST_REFUSED = 10;

/**
 * Reads the opening hours in what is about to be checked; everything else has its turn after each. A reading cannot be
 * cut, and the check of all of them is one piece, which finds them read.
 */
export async function readBeforehand(
  components: readonly Component[],
  { city, language }: { readonly city: RulePlace | undefined; readonly language: Language },
): Promise<void> {
  const rules = components.flatMap(({ uid, entry }) => {
    const text = uid === 'time.service-hours' ? checkPlainText(entry.rule, SHORT_TEXT) : undefined;
    return text?.ok ? [text.value] : [];
  });
  let refused = 0;
  for (const rule of new Set(rules.slice(0, MOST_RULES))) {
    if (refused >= MOST_REFUSED) return;
    if (!knownOpeningRule(rule, city ?? ANYWHERE, language).ok) refused += 1;
    await turn();
  }
}
