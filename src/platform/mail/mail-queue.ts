import type { Core } from '@strapi/strapi';
import { enqueue, registerQueue } from '../jobs';
import type { Mail } from './mail';
import { sendMail } from './send-mail';

const QUEUE = 'mail';

/** Registers the mail queue. Call in `register()`. */
export function registerMailQueue(strapi: Core.Strapi): void {
  registerQueue<Mail>(strapi, { name: QUEUE, handle: (job) => sendMail(strapi, job.data) });
}

/**
 * Sends a mail if and only if the surrounding transaction commits, with retries while the SMTP server is down. Not for
 * mails with a secret link, since a job stays in the database for a while.
 */
export async function queueMail(strapi: Core.Strapi, { to, subject, text }: Mail): Promise<void> {
  await enqueue<Mail>(strapi, { name: QUEUE }, { to, subject, text });
}
