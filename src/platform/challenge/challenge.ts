import { pbkdf2, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import {
  createChallenge,
  verifySolution,
  type Challenge,
  type DeriveKeyFunction,
  type Payload,
} from 'altcha-lib';
import { appKeysFor } from '../http/app-keys';
import { readPayload } from './domain/payload';

const ALGORITHM = 'PBKDF2/SHA-256';
// A second of work for one core of a small server at most; at five times the cost it was nine. Raised only under attack.
const COST = 1_000;
const FEWEST_ROUNDS = 1_000;
const MOST_ROUNDS = 4_000;
// Long enough to write a text; the widget fetches a new one when it is over.
const LIFETIME_MS = 3_600_000;

const derive = promisify(pbkdf2);

const deriveKey: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: await derive(password, salt, cost, keyLength, 'sha256'),
});

interface Keys {
  readonly hmacSignatureSecret: string;
  /** Signs the solution, so that checking it takes no work and only the whole work passes. */
  readonly hmacKeySignatureSecret: string;
}

/** Derived from APP_KEYS: the first signs, all are accepted. */
function keysOf(strapi: Core.Strapi): Keys[] {
  const solutions = appKeysFor(strapi, 'challenge-solution');
  return appKeysFor(strapi, 'challenge').map((key, at) => ({
    hmacSignatureSecret: Buffer.from(key).toString('base64url'),
    hmacKeySignatureSecret: Buffer.from(solutions[at] ?? key).toString('base64url'),
  }));
}

/**
 * Something to work out for the sender of a form: a challenge of ALTCHA, version 2, valid for an hour. Nothing is stored
 * until it is solved.
 */
export function newChallenge(strapi: Core.Strapi): Promise<Challenge> {
  return createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    counter: randomInt(FEWEST_ROUNDS, MOST_ROUNDS),
    deriveKey,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
    ...keysOf(strapi)[0],
  });
}

const isSolved = async (payload: Payload, keys: Keys): Promise<boolean> =>
  (await verifySolution({ ...payload, ...keys, deriveKey })).verified;

/** A challenge that was solved. */
export interface Solved {
  readonly nonce: string;
  readonly expiresAt: Date;
}

/**
 * Checks what a form sends. Says nothing of whether it was sent before.
 * @returns `undefined` if it is not one of our challenges, has expired or is not solved
 */
export async function solvedIn(strapi: Core.Strapi, sent: unknown): Promise<Solved | undefined> {
  const payload = readPayload(sent);
  if (!payload) return undefined;
  for (const keys of keysOf(strapi)) {
    if (!(await isSolved(payload, keys))) continue;
    const { nonce, expiresAt } = payload.challenge.parameters;
    return { nonce, expiresAt: new Date(expiresAt * 1_000) };
  }
  return undefined;
}
