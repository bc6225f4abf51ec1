import { CATALOGUES } from '../languages';
import type { Language } from '../languages/language';

/** The path to a value: attribute names and, in repeatable components, zero-based positions. */
export type FieldPath = readonly (string | number)[];

/** What the panel calls an attribute, in the first of the types and components that have it. */
const panelLabel = (name: string, language: Language): string | undefined => {
  const { types, components } = CATALOGUES[language].fields;
  const models = [...Object.values(types), ...Object.values(components)];
  return models.find(({ fields }) => Object.hasOwn(fields, name))?.fields[name]?.[0];
};

const one = (part: string | number, language: Language): string => {
  if (typeof part === 'number') return String(part + 1);
  const labels: Readonly<Record<string, string>> = CATALOGUES[language].labels;
  return (Object.hasOwn(labels, part) ? labels[part] : panelLabel(part, language)) ?? part;
};

/** The label of a field, its parents before it: `Öffnungszeiten 2 › Regel`. */
export const fieldLabel = (path: FieldPath, language: Language): string =>
  path.reduce<string>((label, part, index) => {
    if (index === 0) return one(part, language);
    return typeof part === 'number' ? `${label} ${one(part, language)}` : `${label} › ${one(part, language)}`;
  }, '');
