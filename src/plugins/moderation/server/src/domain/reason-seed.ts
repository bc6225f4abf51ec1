import { CATALOGUES } from '#src/languages/index';
import type { Catalogue } from '#src/languages/catalogue';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '#src/languages/language';
import type { ReasonedAction } from './transitions';

type Reason = keyof Catalogue['reasons'];

const SEED: readonly (readonly [ReasonedAction, readonly Reason[]])[] = [
  ['request-changes', ['contact-missing', 'picture-rights', 'hours-contradict']],
  ['reject', ['outside-the-city', 'no-business']],
  ['suspend', ['report-checked', 'business-closed']],
];

const textsOf = (reason: Reason): Record<Language, string> =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, CATALOGUES[language].reasons[reason].text]),
  ) as Record<Language, string>;

/** Initial reasons of a new installation; editors change them in the panel. */
export const reasonSeed = () =>
  SEED.flatMap(([action, reasons]) =>
    reasons.map((reason, index) => ({
      action,
      name: CATALOGUES[DEFAULT_LANGUAGE].reasons[reason].name,
      texts: textsOf(reason),
      position: index + 1,
    })),
  );
