/** From small to large; a city sets the largest that it admits. */
export const SIZE_CLASSES = ['self-employed', 'micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Whom a city admits (city profile). */
export interface Admission {
  largestSizeClass?: SizeClass | null;
  chainsAdmitted?: boolean | null;
}

export interface Applicant {
  sizeClass?: SizeClass | null;
  chain?: boolean | null;
}

export type EligibilityDecision =
  | { ok: true }
  | { ok: false; reason: 'size-class-missing' }
  | { ok: false; reason: 'size-class-too-large'; found: SizeClass; maximum: SizeClass }
  | { ok: false; reason: 'chain-not-admitted' };

const rank = (size: SizeClass): number => SIZE_CLASSES.indexOf(size);

function checkSize(found: SizeClass | null | undefined, maximum: SizeClass): EligibilityDecision {
  if (maximum === 'large') return { ok: true };
  if (!found) return { ok: false, reason: 'size-class-missing' };
  return rank(found) <= rank(maximum)
    ? { ok: true }
    : { ok: false, reason: 'size-class-too-large', found, maximum };
}

/** Whether a business may take part in this city. A city limits only what it specifies. */
export function checkEligibility(applicant: Applicant, city: Admission): EligibilityDecision {
  if (applicant.chain === true && city.chainsAdmitted === false)
    return { ok: false, reason: 'chain-not-admitted' };
  return checkSize(applicant.sizeClass, city.largestSizeClass ?? 'large');
}
