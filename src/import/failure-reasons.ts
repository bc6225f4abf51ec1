import type { Language } from '../domain/language';

interface Detailed {
  message?: string;
  details?: { errors?: { message?: string }[] };
}

/** The sentences of a refusal by the rules, or the message of whatever else went wrong. */
export const failureReasons = (thrown: unknown, language: Language): string[] => {
  const { message, details } = thrown as Detailed;
  const sentences = (details?.errors ?? []).flatMap((error) => error.message ?? []);
  if (sentences.length > 0) return [...new Set(sentences)];
  return [message ?? (language === 'de' ? 'Unbekannter Fehler.' : 'Unknown error.')];
};
