import type { Core } from '@strapi/strapi';
import type { Mail } from './mail';
import { sendMail } from './send-mail';

/** Sends a mail that belongs to what the surrounding transaction does. */
export async function queueMail(strapi: Core.Strapi, mail: Mail): Promise<void> {
  await sendMail(strapi, mail);
}
