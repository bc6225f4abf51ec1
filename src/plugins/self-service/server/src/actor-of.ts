import type { Context } from 'koa';
import type { Actor } from './domain/actor';
import { refused } from '#src/platform/refusals/refusal';

/**
 * The contributor who makes a request, taken from the access token.
 * @throws Refusal if there is none
 */
export function actorOf(ctx: Context): Actor {
  const user = (ctx.state as { user?: Actor }).user;
  if (!user) throw refused('session-ended');
  const { id, email, username, language } = user;
  return { id, email, username, language: language ?? null };
}
