import { LRUCache } from 'lru-cache';
import type { CachedAnswer } from './cached-answer';

// One answer may take an eighth of the memory; a larger one would evict too much that is in demand.
const LARGEST_PART = 8;

/**
 * Answers in memory, bounded by bytes. The least recently requested are evicted first, current or not: an old version
 * is replaced by the next answer to the same question, so nothing needs to be evicted on a change.
 */
export class AnswerStore {
  private readonly answers: LRUCache<string, CachedAnswer>;
  private readonly largest: number;

  /** @param maxBytes bodies in all encodings, headers and keys */
  constructor(maxBytes: number) {
    this.largest = Math.floor(maxBytes / LARGEST_PART);
    this.answers = new LRUCache({ maxSize: maxBytes });
  }

  get(key: string): CachedAnswer | undefined {
    return this.answers.get(key);
  }

  /** Stores it, unless it is too large. */
  keep(key: string, answer: CachedAnswer): void {
    const size = answer.size + 2 * key.length;
    if (size > this.largest) this.answers.delete(key);
    else this.answers.set(key, answer, { size });
  }

  /** An answer has grown by an encoding. */
  reweigh(key: string, answer: CachedAnswer): void {
    if (this.answers.peek(key) === answer) this.keep(key, answer);
  }

  clear(): void {
    this.answers.clear();
  }

  get bytes(): number {
    return this.answers.calculatedSize;
  }

  get count(): number {
    return this.answers.size;
  }
}
