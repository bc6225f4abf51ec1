import { resolve } from 'node:path';
import { createFileTransport, type FileTransport } from './file-transport';

type Environment = Readonly<Record<string, string | undefined>>;

interface SmtpOptions {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
}

/** The configuration of Strapi's e-mail plugin. */
export interface MailSettings {
  provider: 'nodemailer';
  providerOptions: SmtpOptions | FileTransport;
  settings: { defaultFrom: string; defaultReplyTo: string };
}

// 587: submission with STARTTLS, RFC 6409; 465: submission over implicit TLS, RFC 8314.
const SUBMISSION_PORT = 587;
const IMPLICIT_TLS_PORT = 465;

/** Where mails are written without an SMTP server; `undefined` if there is one. */
export function mailFolder(environment: Environment): string | undefined {
  if (environment.SMTP_HOST) return undefined;
  return resolve(environment.MAIL_DIR || '.data/mail');
}

function smtpOptions(environment: Environment, host: string): SmtpOptions {
  const port = Number(environment.SMTP_PORT || SUBMISSION_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`SMTP_PORT is "${environment.SMTP_PORT}". Set it to a port number, for example 587.`);
  const user = environment.SMTP_USER;
  const secure = port === IMPLICIT_TLS_PORT;
  return {
    host,
    port,
    secure,
    // Never a password in clear text; a relay on this machine needs none.
    requireTLS: !secure && Boolean(user),
    ...(user ? { auth: { user, pass: environment.SMTP_PASSWORD ?? '' } } : {}),
  };
}

/**
 * SMTP if `SMTP_HOST` is set, `.eml` files otherwise.
 * @throws if a setting is invalid
 */
export function mailSettings(environment: Environment): MailSettings {
  const folder = mailFolder(environment);
  const from = environment.MAIL_FROM || 'Stadtverbund <noreply@localhost.localdomain>';
  if (!folder && !environment.MAIL_FROM)
    throw new Error(
      'SMTP_HOST is set but MAIL_FROM is not. Set it, for example MAIL_FROM="Stadt <noreply@example.de>".',
    );
  return {
    provider: 'nodemailer',
    providerOptions: folder
      ? createFileTransport(folder)
      : smtpOptions(environment, environment.SMTP_HOST ?? ''),
    settings: { defaultFrom: from, defaultReplyTo: environment.MAIL_REPLY_TO || from },
  };
}
