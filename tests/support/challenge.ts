import { pbkdf2Sync } from 'node:crypto';
import { solveChallenge, type Challenge, type Solution } from 'altcha-lib';
import { request } from './request';

export const askChallenge = async (): Promise<Challenge> => (await request<Challenge>('/api/challenge')).body;

const deriveKey: Parameters<typeof solveChallenge>[0]['deriveKey'] = ({ cost, keyLength }, salt, password) =>
  Promise.resolve({ derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256') });

/** What a form sends. */
export const encodedSolution = (challenge: unknown, solution: unknown): string =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

/** Works a challenge out, as the widget does. */
export async function solve(challenge: Challenge): Promise<Solution> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('The challenge was not solved.');
  return solution;
}

/** The field `altcha` of a form: a new challenge, solved. */
export async function solvedChallenge(): Promise<string> {
  const challenge = await askChallenge();
  return encodedSolution(challenge, await solve(challenge));
}
