import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { versionAtHand, type Version } from './at-version';
import { readVersion } from './running-reader';

interface Kept<T> {
  version: Version;
  value: Promise<T>;
}

/**
 * Keeps what requests compute from public content, while nothing of it changes: the same key and version give the same
 * value, on every instance. It is computed each time within a transaction, which may see what is never committed, and
 * where the version cannot be read.
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

  async of(key: string, compute: () => Promise<T>): Promise<T> {
    if (this.strapi.db.inTransaction()) return compute();
    const version = versionAtHand() ?? (await readVersion(this.strapi));
    if (version === null) return compute();
    const known = this.values.get(key);
    if (known?.version === version) return known.value;
    const kept = { version, value: compute() };
    this.values.set(key, kept);
    // Those waiting get the failure; the next one tries again.
    kept.value.catch(() => this.values.peek(key) === kept && this.values.delete(key));
    return kept.value;
  }
}
