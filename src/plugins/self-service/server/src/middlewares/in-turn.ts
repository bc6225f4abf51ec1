import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refused } from '#src/platform/refusals/refusal';
import { Places } from '#src/platform/sql/places';
import { actorOf } from '../actor-of';
import { connectionPool } from '#src/platform/sql/pool';

// Two tabs, or a phone and a computer.
const AT_ONCE_OF_ACCOUNT = 2;
// What a script may send at once and wait for.
const AT_ONCE_AND_WAITING = 50;
const PATIENCE_MS = 15_000;
const RETRY_AFTER_SECONDS = 5;

/** The running and waiting writes of one account. */
interface Turn {
  readonly places: Places;
  requests: number;
}

/**
 * Runs only a few writes at a time and lets the others wait before they take a connection: a write waits for others of
 * the same document, and while waiting should not keep a connection from everybody else.
 *
 * @throws Refusal (429) beyond 50 per account; NoPlaceError (503) after 15 s
 */
export const inTurn = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  // A write takes at most two connections; the others are for reading, log-ins and the panel.
  const all = new Places(Math.max(1, Math.floor(connectionPool(strapi).max / 3)));
  const turns = new Map<number, Turn>();

  const within = async (places: Places, work: () => Promise<void>): Promise<void> => {
    await places.take(PATIENCE_MS);
    try {
      await work();
    } finally {
      places.give();
    }
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    const account = actorOf(ctx).id;
    const turn = turns.get(account) ?? { places: new Places(AT_ONCE_OF_ACCOUNT), requests: 0 };
    if (turn.requests >= AT_ONCE_AND_WAITING)
      throw refused('too-many-at-once', [], {}, { retryAfter: RETRY_AFTER_SECONDS });
    turns.set(account, turn);
    turn.requests += 1;
    try {
      await within(turn.places, () => within(all, next as () => Promise<void>));
    } finally {
      turn.requests -= 1;
      if (turn.requests === 0) turns.delete(account);
    }
  };
};
