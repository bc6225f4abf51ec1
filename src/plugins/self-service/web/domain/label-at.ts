import type { FormField } from '@stadtverbund/client';
import type { Path } from './values';

/**
 * What people call a place in a form: "Kontakt, Telefon", "Fotos 2, Bildunterschrift".
 * @returns an empty text for one that the form does not have
 */
export function labelAt(fields: readonly FormField[], path: Path): string {
  const [first, ...rest] = path;
  const field = fields.find(({ name }) => name === first);
  if (!field) return '';
  const [at, ...inner] = rest;
  const isRow =
    typeof at === 'number' || (field.repeatable === true && Number.isInteger(Number(at)) && at !== undefined);
  const label = isRow ? `${field.label} ${Number(at) + 1}` : field.label;
  const within = labelAt(field.fields ?? [], isRow ? inner : rest);
  return within ? `${label}, ${within}` : label;
}
