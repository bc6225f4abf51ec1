/** A repeatable source of random numbers. */
export interface Random {
  /** From 0 up to, not including, 1 */
  next(): number;
  /** A whole number, both ends included */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/**
 * mulberry32 (Tommy Ettinger, public domain): the same seed and stream give the same numbers on every machine.
 *
 * @param stream a separate number for each thing that is made, so that the first 1,000 of 100,000 equal the 1,000
 */
export function randomFrom(seed: number, stream: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
  };
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A documentId of Strapi's shape: 24 characters, the first a letter. */
export function documentIdOf(random: Random): string {
  const first = ALPHABET.charAt(random.between(0, 25));
  return first + Array.from({ length: 23 }, () => ALPHABET.charAt(random.between(0, 35))).join('');
}
