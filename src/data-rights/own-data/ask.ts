import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { wallClockAt } from '#src/domain/wall-clock';
import type { Language } from '#src/languages/language';
import { assertChallenge } from '#src/platform/challenge/index';
import { queueMail } from '#src/platform/mail/mail-queue';
import { addPerson } from '#src/platform/people/people';
import { DAY, rateRule } from '#src/platform/rate-limit/domain/rule';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import { emailField } from '#src/platform/refusals/email-field';
import { parse } from '#src/platform/refusals/zod-refusal';
import { inTransaction } from '#src/platform/sql/sql';
import { noteRequest } from '../request-log';
import { OWN_DATA } from './names';

// Mails to an address that anybody can type: enough for one that has gone astray, too few to annoy.
const BY_RECIPIENT = rateRule('own-data-recipient', 3, DAY);
const BY_ADDRESS = rateRule('own-data-address', 20, DAY);

const DAY_MS = DAY * 1_000;

const asked = z.strictObject({ email: emailField });

const tomorrow = (now: Date): string =>
  new Date(wallClockAt(DEFAULT_TIME_ZONE, now.getTime()) + DAY_MS).toISOString().slice(0, 10);

/**
 * Mails to an address what is known of it, or that nothing is; the answer to who asks is the same.
 * @param body of the form: `email`, and what `assertChallenge` wants
 * @throws Refusal `email-shape`, `too-many-attempts`, those of the challenge
 */
export function askForOwnData(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'ip' | 'state'>,
  body: Readonly<Record<string, unknown>>,
  { language, now }: { language: Language; now: Date },
): Promise<void> {
  return inTransaction(strapi, async (sql) => {
    const { email } = parse(asked, await assertChallenge(strapi, ctx, body));
    await assertRate(strapi, BY_ADDRESS, ctx.ip);
    await assertRate(strapi, BY_RECIPIENT, email);
    const personId = await addPerson(sql, {
      email,
      locale: language,
      purpose: OWN_DATA,
      deleteAfter: tomorrow(now),
    });
    await queueMail(strapi, OWN_DATA, { personId });
    await noteRequest(sql, { what: 'information', whose: 'address' });
  });
}
