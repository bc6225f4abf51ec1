import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

/** What Strapi passes to its templates of mails. */
export interface TemplatedMail {
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface EmailService {
  sendTemplatedEmail(options: { to: string }, template: unknown, data: object): Promise<unknown>;
}

/**
 * Takes over the mails that Strapi writes from a template in the configuration: that of a forgotten password in the
 * panel, of which there is one for all languages. Call in `register()`.
 */
export function onTemplatedMails(strapi: Core.Strapi, send: (mail: TemplatedMail) => Promise<void>): void {
  const service = functionsOf<EmailService>(
    'templated-mails',
    'The e-mail plugin',
    strapi.plugin('email').service('email'),
    'sendTemplatedEmail',
  );
  service.sendTemplatedEmail = ({ to }, _template, data) => send({ to, data: { ...data } });
}
