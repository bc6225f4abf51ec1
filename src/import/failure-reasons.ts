import type { Language } from '../languages/language';
import { CATALOGUES } from '../languages';
import { Refusal } from '../platform/refusals/refusal';

/** The sentences of a refusal, or the message of any other error. */
export function failureReasons(thrown: unknown, language: Language): string[] {
  if (thrown instanceof Refusal) {
    const { errors } = thrown.body(language).error.details;
    return [...new Set(errors.map(({ message }) => message))];
  }
  const { message } = thrown as { message?: string };
  return [message ?? CATALOGUES[language].refusals['internal-error']];
}
