import { DEFAULT_LANGUAGE } from '#src/languages/languages';
import { lookUp } from '#src/languages/look-up';
import type { ReasonTemplate } from '#src/plugins/moderation/server/src/panel-contract';

/** The text of a template in a language, or else in the one that everybody is written to who has not chosen. */
export const textIn = ({ texts }: ReasonTemplate, language: string): string =>
  texts[lookUp(language, Object.keys(texts)) ?? DEFAULT_LANGUAGE] ?? '';
