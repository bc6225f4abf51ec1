import { createHash } from 'node:crypto';
import { Client, type QueryConfig } from 'pg';

/** A statement as the application sent it, with the values of the first time. */
export interface Recorded {
  /** Its name if it is a prepared statement, otherwise a hash of its text */
  name: string;
  text: string;
  values: readonly unknown[];
  /** The request during which it was first sent */
  label: string;
  prepared: boolean;
}

type Query = (this: Client, config: unknown, values?: unknown, callback?: unknown) => unknown;

// The read model, the feed and what both are ordered by; moderation and accounts are not part of this benchmark.
const OURS = /\bstadtverbund\.(listing|opening_hours|feed_|version|first_publication)/;
const EXPLAINABLE =
  /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|--[^\n]*\n)*(?:select|with|insert|update|delete|merge)\b/i;

// The same statement is a different question with other words: broad and selective ones have different plans.
const BY_QUESTION = /^directory-(search|suggest|map|stats|listing)/;

const FEED = /\bstadtverbund\.feed_/;
const OF_DIRECTORY = /^(search|suggest|map|listing|CSV|stats|GraphQL)/;

/**
 * Listens on every `pg` connection of this process. Makes one recording for each text, and one for each question if the
 * plan depends on its values.
 */
export class StatementRecorder {
  private readonly seen = new Map<string, Recorded>();
  label = '';

  constructor() {
    const prototype = Client.prototype as unknown as { query: Query };
    const original = prototype.query;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the method below has its own `this`
    const recorder = this;
    prototype.query = function recorded(this: Client, config, values, callback) {
      recorder.take(config, values);
      return original.call(this, config, values, callback);
    };
  }

  private take(config: unknown, values: unknown): void {
    if (this.label === '' || config === null) return;
    const {
      text,
      name,
      values: own,
    } = (typeof config === 'string' ? { text: config } : config) as Partial<QueryConfig>;
    if (!text || !OURS.test(text) || !EXPLAINABLE.test(text)) return;
    // The feed checks for due deliveries in the background during any request.
    const label = FEED.test(text) && OF_DIRECTORY.test(this.label) ? 'feed, in the background' : this.label;
    const key = BY_QUESTION.test(name ?? '') ? `${this.label}\n${text}` : text;
    if (this.seen.has(key)) return;
    this.seen.set(key, {
      name: name ?? createHash('sha1').update(text).digest('hex').slice(0, 8),
      text,
      values: [...((own ?? (Array.isArray(values) ? values : [])) as unknown[])],
      label,
      prepared: name !== undefined,
    });
  }

  all(): Recorded[] {
    return [...this.seen.values()];
  }
}
