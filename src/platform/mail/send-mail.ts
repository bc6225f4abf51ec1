import type { Core } from '@strapi/strapi';
import { htmlOf, subjectOf, type Mail } from './mail';
import { mailFolder } from './mail-settings';
import { publicBase } from './public-url';

interface EmailService {
  send(message: {
    to: string;
    subject: string;
    text: string;
    html: string;
  }): Promise<{ path?: string } | undefined>;
}

/**
 * Sends a mail now, or writes it to the mail folder and logs where.
 * @throws if the SMTP server does not accept it
 */
export async function sendMail(strapi: Core.Strapi, mail: Mail): Promise<void> {
  const sent = await strapi
    .plugin('email')
    .service<EmailService>('email')
    .send({
      to: mail.to,
      subject: subjectOf(mail.subject),
      text: mail.text,
      html: htmlOf(mail.text, publicBase(strapi)),
    });
  if (sent?.path) strapi.log.info(`Mail "${subjectOf(mail.subject)}" written to ${sent.path}`);
}

/** Logs at the start where mails go, so that a city without SMTP does not wonder why none arrive. */
export function announceMailFolder(strapi: Core.Strapi): void {
  const folder = mailFolder(process.env);
  if (folder) strapi.log.warn(`SMTP_HOST is not set: mails are written to ${folder} and not sent.`);
}
