import type { Core } from '@strapi/strapi';
import type { Letter } from './domain/letter';
import { messageOf, type Message } from './domain/message';
import { refusalForGood, withoutAddresses } from './domain/refusal';
import { forgetRefusals, noteRefusal, refusalsOf, TOO_MANY_REFUSALS } from './failures';
import { letterheadOf } from './letterhead';
import { mailFolder } from './mail-settings';

interface EmailService {
  send(message: Message): Promise<{ path?: string } | undefined>;
  getProviderSettings(): { settings: { defaultFrom: string } };
}

const emailOf = (strapi: Core.Strapi): EmailService => strapi.plugin('email').service<EmailService>('email');

/** Whether the letter is one of many to an address that takes none. */
async function isPointless(strapi: Core.Strapi, { to, repeats }: Letter): Promise<boolean> {
  if (!repeats) return false;
  return ((await refusalsOf(strapi, [to])).get(to) ?? 0) >= TOO_MANY_REFUSALS;
}

async function send(strapi: Core.Strapi, message: Message): Promise<void> {
  const sent = await emailOf(strapi).send(message);
  // The file's name tells no address, and its subject may name a person.
  if (sent?.path) strapi.log.info(`A mail was written to ${sent.path}`);
}

/**
 * Sends a letter now, or writes it to the mail folder. An address that the server refuses for good is remembered, and
 * nothing that repeats is sent to it after three refusals in a row.
 * @throws if the mail may arrive later: the server is away, or does not take it now. Names no address.
 */
export async function sendNow(strapi: Core.Strapi, letter: Letter): Promise<void> {
  if (await isPointless(strapi, letter)) return;
  const head = await letterheadOf(strapi, letter.language);
  const { defaultFrom } = emailOf(strapi).getProviderSettings().settings;
  try {
    await send(strapi, messageOf(letter, head, defaultFrom));
  } catch (error) {
    const code = refusalForGood(error);
    // Without the cause: it has the address, and would be written into the job and the log.
    if (!code) throw new Error(withoutAddresses((error as Error).message));
    await noteRefusal(strapi, letter.to, code);
    strapi.log.warn(`The mail server refuses an address for good (${code}); the mail is not sent again.`);
    return;
  }
  await forgetRefusals(strapi, letter.to);
}

/** Logs at the start where mails go, so that a city without SMTP does not wonder why none arrive. */
export function announceMailFolder(strapi: Core.Strapi): void {
  const folder = mailFolder(process.env);
  if (folder) strapi.log.warn(`SMTP_HOST is not set: mails are written to ${folder} and not sent.`);
}
