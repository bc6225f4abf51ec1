import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { ANYWHERE, type RulePlace } from '../../domain/opening-rule';
import type { Language } from '../../languages/language';
import { knownOpeningRule } from '../../opening-hours/known-rule';
import { turn } from '../../opening-hours/turn';
import type { Part } from '../../platform/strapi/schema';

// Of one list (list-rules.ts); what is beyond is refused unread.
const MOST_RULES = 80;

// After so many the check looks at no more (check-data.ts).
const MOST_REFUSED = 10;

/**
 * Reads the opening hours in what is about to be checked; everything else has its turn after each. A reading cannot be
 * cut, and the check of all of them is one piece, which finds them read.
 */
export async function readBeforehand(
  components: readonly Part[],
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
