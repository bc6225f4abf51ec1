import { createHash } from 'node:crypto';
import type { Statement } from './read-pool';

/** Collects the values of a statement while its text is written. */
export class Bindings {
  readonly values: unknown[] = [];

  /** The placeholder of a value; equal values share one. */
  add(value: unknown, cast: string): string {
    const known = this.values.indexOf(value);
    if (known === -1) this.values.push(value);
    return `$${known === -1 ? this.values.length : known + 1}::${cast}`;
  }
}

// Every connection keeps the parsed statement for each name. Rare combinations of filters beyond these are parsed each
// time.
const MOST_NAMED = 300;
const names = new Map<string, string>();

/** Gives a composed text a name, so that it is parsed once per connection: equal texts get the same name. */
export function namedStatement(purpose: string, text: string): Statement {
  const kept = names.get(text);
  if (kept !== undefined) return { name: kept, text };
  if (names.size >= MOST_NAMED) return { name: '', text };
  const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  const name = `directory-${purpose}-${digest}`;
  names.set(text, name);
  return { name, text };
}
