import http from 'node:http';
import { Client } from 'pg';

/**
 * Where a server may die: around the commit of a change, the statement that creates and claims its deliveries, the
 * claim of others, the request and its answer, and the record of the result. `before`: the statement was not sent;
 * `during`: it was sent, but the answer not received; `after`: the answer was received, but nothing was done with it.
 */
export const KILL_POINTS = [
  'commit.before',
  'commit.during',
  'commit.after',
  'fan-out.before',
  'fan-out.during',
  'fan-out.after',
  'claim.during',
  'claim.after',
  'send.before',
  'send.after',
  'answer.after',
  'record.before',
  'record.during',
  'record.after',
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

export interface Kill {
  readonly point: KillPoint;
  /** The process dies the nth time that it reaches the point. */
  readonly nth: number;
}

type Phase = 'before' | 'during' | 'after';
type Pass = (step: string, phase: Phase) => void;

const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [/feed_fan_out\(/, 'fan-out'],
  [/feed_claim\(/, 'claim'],
  [/feed_record\(/, 'record'],
];

/** What a connection has done in its transaction. */
const wrote = new WeakMap<object, string>();

function stepOf(connection: object, text: string): string | undefined {
  if (/insert into stadtverbund\.feed_event/i.test(text)) wrote.set(connection, 'commit');
  const statement = STATEMENTS.find(([pattern]) => pattern.test(text))?.[1];
  if (statement) return statement;
  if (/^(commit|rollback)/i.test(text)) {
    const step = wrote.get(connection);
    wrote.delete(connection);
    return /^commit/i.test(text) ? step : undefined;
  }
  return undefined;
}

type Query = (...args: unknown[]) => unknown;

function watchStatements(pass: Pass): void {
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(this: object, ...args: unknown[]): unknown {
    const [first] = args;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '');
    const step = stepOf(this, text);
    if (!step) return original.apply(this, args);
    pass(step, 'before');
    const callback = args.at(-1);
    if (typeof callback === 'function')
      args[args.length - 1] = (...answer: unknown[]): unknown => {
        pass(step, 'after');
        return (callback as Query)(...answer);
      };
    const result = original.apply(this, args);
    // By the next turn of the event loop the bytes have been sent.
    setImmediate(() => pass(step, 'during'));
    if (result instanceof Promise) return result.finally(() => pass(step, 'after'));
    return result;
  };
}

function watchRequests(pass: Pass): void {
  const original = http.request.bind(http) as unknown as (...args: unknown[]) => http.ClientRequest;
  const watched = (...args: unknown[]): http.ClientRequest => {
    pass('send', 'before');
    const request = original(...args);
    request.once('finish', () => setImmediate(() => pass('send', 'after')));
    request.prependOnceListener('response', () => pass('answer', 'after'));
    return request;
  };
  Object.assign(http, { request: watched });
}

/** Reports whenever this process reaches one of the points. Call before anything connects. */
export function watchPoints(onPass: (point: KillPoint) => void): void {
  const pass: Pass = (step, phase) => {
    const point = KILL_POINTS.find((known) => known === `${step}.${phase}`);
    if (point) onPass(point);
  };
  watchStatements(pass);
  watchRequests(pass);
}
