import { CATALOGUES } from '../languages';
import type { FieldText } from '../languages/field-texts';
import type { Language } from '../languages/language';
import { fieldLabel } from './field-labels';

/** What somebody who fills in a form reads at a field. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
}

/** A name of a schema as words, for what no language names: `closesOn` as `Closes on`, `full-time` as `Full time`. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('-', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(uid: string, name: string, language: Language): FieldText | undefined {
  const { types, components } = CATALOGUES[language].fields;
  return (types[uid] ?? components[uid])?.fields[name];
}

/** The words of a field in a form for contributors: those of the panel, unless their form says it otherwise. */
export function fieldWords(uid: string, name: string, language: Language): FieldWords {
  const text = textOf(uid, name, language);
  if (text) {
    const [label, help] = text[2] ?? text;
    return { label, help };
  }
  const label = fieldLabel([name], language);
  return { label: label === name ? wordsOfName(name) : label };
}

/** What a value of an enumeration is called. */
export const valueWords = (value: string, language: Language): string =>
  CATALOGUES[language].fields.values[value] ?? wordsOfName(value);

/** What documents of a type are called: one, and many. */
export function typeWords(
  { uid, type }: { readonly uid: string; readonly type: string },
  language: Language,
): { singular: string; plural: string } {
  const { fields, cityPages } = CATALOGUES[language];
  const plural = fields.types[uid]?.name ?? wordsOfName(type);
  return { singular: cityPages.types[type]?.one ?? plural, plural };
}
