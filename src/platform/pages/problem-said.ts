import { fieldLabel } from '#src/domain/field-labels';
import type { Language } from '#src/languages/language';
import type { Problem } from './page';

/** The sentence without the name of the field before it, if it begins with one. */
function withoutField({ field, message }: Problem, label: string, language: Language): string | undefined {
  const names = [label, ...(field === undefined ? [] : [fieldLabel([field], language), field])];
  const name = names.find((one) => message.startsWith(`${one}: `));
  return name === undefined ? undefined : message.slice(name.length + 2);
}

/** What is wrong with a field, right below its label: which field it is need not be said. */
export function problemAtField(problem: Problem, label: string, language: Language): string {
  const rest = withoutField(problem, label, language);
  if (rest === undefined) return problem.message;
  return rest.charAt(0).toLocaleUpperCase(language) + rest.slice(1);
}

/** The same far from its field: what an API calls the field becomes what the form calls it. */
export function problemInSummary(problem: Problem, label: string | undefined, language: Language): string {
  if (label === undefined) return problem.message;
  const rest = withoutField(problem, label, language);
  // A question is no name.
  return rest === undefined ? problem.message : `${label.replace(/\?$/, '')}: ${rest}`;
}

/**
 * Problems in the order of the fields on the page; what is about no field comes first.
 * @param placeOf where a field stands
 */
export function inOrderOfFields(problems: readonly Problem[], placeOf: (field: string) => number): Problem[] {
  const place = ({ field }: Problem): number => (field === undefined ? -1 : placeOf(field));
  return [...problems].sort((one, other) => place(one) - place(other));
}
