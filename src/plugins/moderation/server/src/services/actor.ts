import type { Core } from '@strapi/strapi';
import { originOf, writeAs } from '#src/writing/origin';
import type { Actor } from '../contract';
import { refuse } from './refuse';

/**
 * The actor of a write that moderation did not start.
 *
 * @throws Refusal (403) for contributors, whose writes go through `recordEdit` and `perform`, and for requests from
 * outside
 */
export function actorOrRefuse(strapi: Core.Strapi): Actor {
  const { kind, id, name } = originOf(strapi);
  if (kind === 'editor') return { kind, id, name };
  if (kind === 'system' || kind === 'import') return { kind: 'system', id, name };
  throw refuse('not-through-moderation');
}

/**
 * Runs writes of one document that moderation has already decided on: its step skips them, and they count as the
 * actor's.
 */
export const withinModeration = <T>(
  strapi: Core.Strapi,
  actor: Actor,
  document: { uid: string; documentId?: string | undefined },
  write: () => Promise<T>,
): Promise<T> => writeAs(strapi, actor, write, { step: 'moderation', ...document });
