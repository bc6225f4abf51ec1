import type { Core } from '@strapi/strapi';
import { escapeHtml } from '../../domain/escape-html';
import { sqlOf } from '../sql/sql';
import { subjectOf } from './domain/message';

/** A mail queued by a release up to 0.1, which wrote it when it was queued. Or what is left of it. */
export interface EarlierMail {
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
}

interface PlainMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Sends a mail as it was written, and takes the address and the text out of its job, which stays for a while. */
export async function deliverEarlier(
  strapi: Core.Strapi,
  id: string,
  { to, subject, text }: EarlierMail,
): Promise<void> {
  if (!to || !subject || !text) return;
  const html = `<!doctype html><html><body><p>${escapeHtml(text).replaceAll('\n', '<br>')}</p></body></html>`;
  await strapi
    .plugin('email')
    .service<{ send(mail: PlainMail): Promise<unknown> }>('email')
    .send({ to, subject: subjectOf(subject), text, html });
  await sqlOf(strapi)(`update pgboss.job set data = '{}' where name = 'mail' and id::text = :id`, { id });
}
