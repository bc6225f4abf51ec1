import type { Attachment, Letter, Letterhead } from './letter';
import { letterHtml } from './letter-html';
import { letterText } from './letter-text';

/** A mail in the form of nodemailer. */
export interface Message {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments?: Attachment[];
}

/** A subject on one line, so that line breaks in a name cannot become headers. */
export function subjectOf(subject: string): string {
  const line = subject.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  // 200: mail programs cut much earlier; RFC 5322 folds longer lines anyway.
  return [...line].slice(0, 200).join('');
}

/** The address in `Name <address>` (RFC 5322, 3.4), or the text itself. */
export function bareAddress(mailbox: string): string {
  const [, inBrackets] = mailbox.split('<');
  return (inBrackets?.split('>')[0] ?? mailbox).trim();
}

const headersOf = ({ language, repeats }: Letter): Record<string, string> => ({
  // RFC 3834: nobody's holiday answers it; the second is for Exchange.
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  'Content-Language': language,
  ...(repeats
    ? {
        'List-Unsubscribe': `<${repeats.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }
    : {}),
});

/**
 * A letter as a mail.
 * @param from the configured sender; the name in it gives way to that of the platform
 */
export function messageOf(letter: Letter, head: Letterhead, from: string): Message {
  return {
    from: { name: subjectOf(head.sender), address: bareAddress(from) },
    to: letter.to,
    ...(head.replyTo ? { replyTo: head.replyTo } : {}),
    subject: subjectOf([letter, ...(letter.alsoIn ?? [])].map(({ subject }) => subject).join(' / ')),
    text: letterText(letter, head),
    html: letterHtml(letter, head),
    headers: headersOf(letter),
    ...(letter.attachments ? { attachments: [...letter.attachments] } : {}),
  };
}
