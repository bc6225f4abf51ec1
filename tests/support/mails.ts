import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startedApp } from './started-app';

/** A mail written by the suite's Strapi. */
export interface ReceivedMail {
  to: string;
  subject: string;
  /** The plain text part */
  text: string;
  /** The HTML part, unchanged from the file */
  html: string;
  /** The value of a header; empty if there is none. */
  header(name: string): string;
}

const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const fromEncodedWords = (text: string): string =>
  text
    .replace(/\r?\n[ \t]/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_match, word: string) =>
      fromQuotedPrintable(word.replaceAll('_', ' ')),
    )
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_match, word: string) =>
      Buffer.from(word, 'base64').toString('utf8'),
    );

function decode(part: string): string {
  const [head = '', ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  if (/encoding: quoted-printable/i.test(head)) return fromQuotedPrintable(text);
  return /encoding: base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text;
}

const header = (message: string, name: string): string =>
  fromEncodedWords(new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(message)?.[1] ?? '');

function parse(message: string): ReceivedMail {
  const boundary = /boundary="(.*?)"/.exec(message)?.[1] ?? '';
  const parts = message.split(`--${boundary}`);
  const [head = ''] = message.split(/\r?\n\r?\n/);
  const part = (type: string) =>
    decode(parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '').trim();
  // The header of the message itself has multipart/alternative, so it is neither part.
  return {
    to: header(message, 'To'),
    subject: header(message, 'Subject'),
    text: part('text/plain'),
    html: part('text/html'),
    header: (name) => header(head, name),
  };
}

/** Every mail so far, oldest first. */
export function allMails(): ReceivedMail[] {
  const { mailFolder } = startedApp();
  if (!existsSync(mailFolder)) return [];
  return readdirSync(mailFolder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => parse(readFileSync(join(mailFolder, name), 'utf8')));
}

/** Every mail to this address so far, oldest first. */
export const mailsTo = (address: string): ReceivedMail[] => allMails().filter(({ to }) => to === address);

/** The token of the page that a mail links to; empty if there is none. */
export const tokenIn = ({ text }: Pick<ReceivedMail, 'text'>): string =>
  /\/l\/([\w-]{43})(?![\w-])/.exec(text)?.[1] ?? '';

/** Waits for a mail to this address (at most 10 s), by default any mail. */
export async function waitForMail(
  address: string,
  wanted: (mail: ReceivedMail) => boolean = () => true,
): Promise<ReceivedMail> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = mailsTo(address).filter(wanted).at(-1);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`No such mail to ${address} within 10 s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
