import type { Language } from '#src/languages/language';
import type { Problem } from '#src/platform/pages/page';
import { sentenceOf, type Refusal } from '#src/platform/refusals/refusal';

/** What a form says about a refusal: a sentence for each ground, at its field. */
export const problemsOf = ({ grounds }: Refusal, language: Language): Problem[] =>
  grounds.map((ground) => {
    const [field] = ground.path ?? [];
    const { message } = sentenceOf(ground, language);
    return field === undefined ? { message } : { field: String(field), message };
  });
