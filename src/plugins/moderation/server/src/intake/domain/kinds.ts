/** What the desk can decide; what each means to whom it is told is in `src/languages`, `mails.intake`. */
export const DECISIONS = ['settled', 'taken-down', 'accepted', 'declined'] as const;
export type Decision = (typeof DECISIONS)[number];

/** By when something is to be decided, counted from the day on which it came. */
export type Due = { readonly days: number } | { readonly months: number };

/** What a kind of intake asks of the desk. */
export interface KindRules {
  /** Comes first in the queue, whatever its day. */
  readonly isUrgent?: true;
  readonly due: Due;
  /** After how many days the editors' daily mail names it, until it is decided. */
  readonly remindAfterDays?: number;
  /** In the order of the choice. */
  readonly decisions: readonly Decision[];
  /** How many may be open about one entry at the same time. After so many an editor knows; more would bury the others. */
  readonly openAtMost: number;
  /** Whether who told it may object to the decision (DSA, Art. 16 (5)). */
  readonly canBeObjected?: true;
}

const ABOUT_CONTENT = ['taken-down', 'settled', 'declined'] as const;
const ABOUT_FACTS = ['settled', 'taken-down', 'declined'] as const;

/** What anyone may report, by its ground. */
export const GROUNDS = {
  // From the notice on, the operator knows, and is liable if nothing happens "expeditiously" (DSA, Art. 6 (1) (b)). Nobody is
  // turned away because others have told of the same.
  illegal: {
    isUrgent: true,
    due: { days: 7 },
    decisions: ABOUT_CONTENT,
    openAtMost: 500,
    canBeObjected: true,
  },
  terms: { due: { days: 14 }, decisions: ABOUT_CONTENT, openAtMost: 50, canBeObjected: true },
  // GDPR, Art. 12 (3)
  privacy: {
    due: { months: 1 },
    remindAfterDays: 21,
    decisions: ABOUT_CONTENT,
    openAtMost: 50,
    canBeObjected: true,
  },
  // BITV 2.0, § 7: an answer within a month
  accessibility: {
    due: { months: 1 },
    remindAfterDays: 21,
    decisions: ['settled', 'declined'],
    openAtMost: 50,
  },
  wrong: { due: { days: 14 }, decisions: ABOUT_FACTS, openAtMost: 50 },
  closed: { due: { days: 14 }, decisions: ABOUT_FACTS, openAtMost: 50 },
  correction: { due: { days: 14 }, decisions: ABOUT_FACTS, openAtMost: 50 },
} as const satisfies Record<string, KindRules>;

export type Ground = keyof typeof GROUNDS;
export const GROUND_NAMES = Object.keys(GROUNDS) as [Ground, ...Ground[]];

/** An objection to a decision; one each, so that no ceiling is needed. */
export const OBJECTION = 'objection';
export const OBJECTION_RULES: KindRules = {
  due: { days: 14 },
  decisions: ['accepted', 'declined'],
  openAtMost: 500,
};

/** For how long a decision can be objected to (DSA, Art. 20 (1)), in months. */
export const OBJECTION_MONTHS = 6;
