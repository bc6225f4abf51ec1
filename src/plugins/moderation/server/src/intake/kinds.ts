import type { Core } from '@strapi/strapi';
import type { IntakeKind } from '../contract';

const NAME = 'stadtverbund.intake-kinds';

function kindsIn(strapi: Core.Strapi): Map<string, IntakeKind> {
  if (!strapi.has(NAME)) strapi.add(NAME, new Map<string, IntakeKind>());
  return strapi.get<Map<string, IntakeKind>>(NAME);
}

/** Adds a kind. Call in `register()`. @throws if the name is taken */
export function addKind(strapi: Core.Strapi, kind: IntakeKind): void {
  const kinds = kindsIn(strapi);
  if (kinds.has(kind.name)) throw new Error(`There is already a kind of intake named ${kind.name}.`);
  kinds.set(kind.name, kind);
}

/** @throws if there is none of this name */
export function kindNamed(strapi: Core.Strapi, name: string): IntakeKind {
  const kind = kindsIn(strapi).get(name);
  if (!kind) throw new Error(`There is no kind of intake named ${name}.`);
  return kind;
}

/** All kinds, the urgent first. */
export const allKinds = (strapi: Core.Strapi): IntakeKind[] =>
  [...kindsIn(strapi).values()].sort((one, other) => Number(other.isUrgent ?? 0) - Number(one.isUrgent ?? 0));
