import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import { enqueue, registerQueue, type Job } from '../jobs';
import { consume, refund } from '../rate-limit/rate-limit';
import type { RateRule } from '../rate-limit/domain/rule';
import type { Letter } from './domain/letter';
import { assertIdsOnly } from './domain/mail-ref';
import { withoutAddresses } from './domain/refusal';
import { deliverEarlier, type EarlierMail } from './earlier-mails';
import { sendNow } from './send-now';

/**
 * What a mail is about and whom it goes to, by ids: a job stays in the database for days after it is done, so it holds no
 * address, name or text.
 */
export type MailRef = Readonly<Record<`${string}Id`, string | number>> & { readonly language?: Language };

/** A kind of mail. */
export interface MailKind<Ref extends object> {
  readonly name: string;
  /**
   * Writes the letter when it is sent, from what is true then; a link in it is made here and stored nowhere else.
   * @returns `undefined` if there is nobody to write to, or nothing to say, any more
   */
  compose(strapi: Core.Strapi, ref: Ref): Promise<Letter | undefined>;
  /** How many of these one address gets at most; further ones wait. */
  readonly atMost?: RateRule;
}

interface QueuedMail {
  readonly mail: string;
  readonly ref: MailRef;
}

const QUEUE = 'mail';

const KINDS = 'stadtverbund.mails';

function kinds(strapi: Core.Strapi): Map<string, MailKind<MailRef>> {
  if (!strapi.has(KINDS)) strapi.add(KINDS, new Map());
  return strapi.get<Map<string, MailKind<MailRef>>>(KINDS);
}

function kindNamed(strapi: Core.Strapi, name: string): MailKind<MailRef> {
  const kind = kinds(strapi).get(name);
  if (!kind) throw new Error(`There is no mail named ${name}.`);
  return kind;
}

/** Registers a kind of mail. Call in `register()`. @throws if the name is taken */
export function registerMail<Ref extends object>(strapi: Core.Strapi, kind: MailKind<Ref>): void {
  if (kinds(strapi).has(kind.name)) throw new Error(`There is already a mail named ${kind.name}.`);
  // A kind gets the refs that its own callers have queued.
  kinds(strapi).set(kind.name, kind as unknown as MailKind<MailRef>);
}

/** The names of all mails that can be queued. */
export const mailNames = (strapi: Core.Strapi): string[] => [...kinds(strapi).keys()];

/**
 * Sends a mail if and only if the surrounding transaction commits, with retries while the SMTP server is down.
 * @param ref ids only
 * @param afterSeconds delay before it is composed
 * @throws if the kind is not registered, or the ref holds anything but ids
 */
export async function queueMail(
  strapi: Core.Strapi,
  name: string,
  ref: MailRef,
  options: { readonly afterSeconds?: number } = {},
): Promise<void> {
  kindNamed(strapi, name);
  assertIdsOnly(name, ref);
  await enqueue<QueuedMail>(strapi, { name: QUEUE }, { mail: name, ref }, options);
}

async function deliver(strapi: Core.Strapi, { mail, ref }: QueuedMail): Promise<void> {
  const kind = kindNamed(strapi, mail);
  const { atMost } = kind;
  const letter = await kind.compose(strapi, ref);
  if (!letter) return;
  const allowed = atMost ? await consume(strapi, atMost, letter.to) : { ok: true as const };
  if (!allowed.ok) return queueMail(strapi, mail, ref, { afterSeconds: allowed.retryAfterSeconds });
  try {
    await sendNow(strapi, letter);
  } catch (error) {
    if (atMost) await refund(strapi, atMost, letter.to);
    throw error;
  }
}

async function handle(strapi: Core.Strapi, { id, data }: Job<QueuedMail | EarlierMail>): Promise<void> {
  try {
    await ('mail' in data ? deliver(strapi, data) : deliverEarlier(strapi, id, data));
  } catch (error) {
    // pg-boss stores what is thrown, with all that it holds.
    throw new Error(withoutAddresses((error as Error).message));
  }
}

/** Registers the queue of all mails. Call in `register()`. */
export function registerMailQueue(strapi: Core.Strapi): void {
  registerQueue<QueuedMail | EarlierMail>(strapi, {
    name: QUEUE,
    handle: (job) => handle(strapi, job),
    // With a delay that is doubled from 5 s on: about a day of a mail server that is away.
    retryLimit: 14,
  });
}
