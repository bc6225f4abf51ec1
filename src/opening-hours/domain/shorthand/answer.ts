import type { QuestionCode } from '#src/languages/hours-words';

/** A part of the text as it is written there, from `start` up to `end`, which is not in it (UTF-16 units). */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What has to be known before the part can be read. */
export interface Question extends Part {
  readonly code: QuestionCode;
  /** The question in words. */
  readonly sentence: string;
  /** What may have been meant: each, written in place of the part, answers the question. */
  readonly choices: readonly string[];
}

/** What was understood of opening hours as a person wrote them. */
export interface HoursAnswer {
  /**
   * `exact`: the rule says all that the text says. `partial`: the rule holds, but says less than the text, or says a part
   * of it as a remark in quotes. `no`: there is no rule.
   */
  readonly understood: 'exact' | 'partial' | 'no';
  /** OSM `opening_hours` syntax. */
  readonly rule?: string;
  /** The rule in words, line by line. */
  readonly reading: readonly string[];
  readonly questions: readonly Question[];
  /** What of the text is in no rule and no question. */
  readonly left: readonly Part[];
}

/** A question before it is put in words. */
export interface Asked {
  readonly code: QuestionCode;
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** Asks about a stretch of the text. */
export type Ask = (
  code: QuestionCode,
  part: { readonly start: number; readonly end: number },
  choices?: readonly string[],
) => void;
