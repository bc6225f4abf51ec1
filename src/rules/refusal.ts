import { errors } from '@strapi/utils';
import { fieldLabel, type FieldPath } from '../domain/field-labels';
import type { Language } from '../domain/language';
import { messageOf, type MessageDetails, type Reason } from '../domain/messages';

/** A refusal without its sentence. */
export interface Refusal {
  path: FieldPath;
  reason: Reason;
  details?: MessageDetails;
}

/** A refusal as it leaves the server. */
export interface Sentence {
  path: (string | number)[];
  message: string;
  reason: Reason;
}

export const sentenceOf = ({ path, reason, details }: Refusal, language: Language): Sentence => ({
  path: [...path],
  message: messageOf(reason, language, fieldLabel(path, language), details),
  reason,
});

/** One error for all refusals (400), in the form by which Strapi's admin panel shows each at its field. */
export function refusalError(refusals: readonly Refusal[], language: Language): errors.ValidationError {
  // Several locales may lack the same fact.
  const distinct = new Map(
    refusals.map((refusal) => [`${refusal.path.join('.')} ${refusal.reason}`, refusal]),
  );
  const sentences = [...distinct.values()].map((refusal) => ({
    ...sentenceOf(refusal, language),
    name: 'ValidationError',
  }));
  return new errors.ValidationError(sentences.map(({ message }) => message).join('\n'), {
    errors: sentences,
  });
}
