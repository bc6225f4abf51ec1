/** The parts of nodemailer's error that say which command the server refused, and how. */
interface SmtpError {
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

// Status codes about the recipient (RFC 3463): the address, and the mailbox. Others, such as 5.7.1, are about us.
const ABOUT_RECIPIENT = /^5\.[012]\.\d{1,3}$/;

// Without a status code: no such mailbox, not local, a name that is none (RFC 5321, 4.2.3).
const WITHOUT_STATUS: readonly number[] = [550, 551, 553];

/**
 * Whether the mail server refuses a recipient for good.
 * @returns its answer in short, such as `550 5.1.1`; `undefined` for anything that may get better
 */
export function refusalForGood(error: unknown): string | undefined {
  const { command, responseCode, response } = (error ?? {}) as SmtpError;
  if (command !== 'RCPT TO' || typeof responseCode !== 'number') return undefined;
  if (responseCode < 500 || responseCode > 599) return undefined;
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1];
  if (status) return ABOUT_RECIPIENT.test(status) ? `${responseCode} ${status}` : undefined;
  return WITHOUT_STATUS.includes(responseCode) ? String(responseCode) : undefined;
}

/** A failure in words without addresses, for logs and job rows: servers name the recipient in their answers. */
export const withoutAddresses = (sentence: string): string =>
  sentence
    .split(/([\s<>"'(),;:])/)
    .map((word) => (word.includes('@') ? '…@…' : word))
    .join('');
