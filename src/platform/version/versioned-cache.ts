import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { readVersion } from './read-version';

interface Kept<T> {
  version: string;
  value: Promise<T>;
}

/**
 * Caches what requests compute from public content while nothing in it changes: the same key and version give the same
 * value. Requests without a version compute it themselves.
 */
export class VersionedCache<T> {
  private readonly values: LRUCache<string, Kept<T>>;

  /** @param max number of cached values */
  constructor(
    private readonly strapi: Core.Strapi,
    max: number,
  ) {
    this.values = new LRUCache({ max });
  }

  of(key: string, compute: () => Promise<T>): Promise<T> {
    const version = readVersion(this.strapi);
    if (version === undefined) return compute();
    const known = this.values.get(key);
    if (known?.version === version) return known.value;
    const kept = { version, value: compute() };
    this.values.set(key, kept);
    // Those waiting get the failure; the next one tries again.
    kept.value.catch(() => this.values.peek(key) === kept && this.values.delete(key));
    return kept.value;
  }
}
