import type { Core } from '@strapi/strapi';
import { enqueue, registerQueue } from '../jobs';
import type { Mail } from './mail';
import { sendMail } from './send-mail';

const QUEUE = 'mail';

/** Makes the queue of mails known; called in `register()`. */
export function registerMailQueue(strapi: Core.Strapi): void {
  registerQueue<Mail>(strapi, { name: QUEUE, handle: (job) => sendMail(strapi, job.data) });
}

/**
 * Sends a mail when the surrounding transaction commits, and not otherwise; tried again while the SMTP server is away.
 * Not for mails with a secret link: a job lies in the database for a while.
 */
export async function queueMail(strapi: Core.Strapi, { to, subject, text }: Mail): Promise<void> {
  await enqueue<Mail>(strapi, { name: QUEUE }, { to, subject, text });
}
