import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The parts of nodemailer's message that are used here. */
interface OutgoingMail {
  message: {
    createReadStream(): Readable;
    getEnvelope(): { from: string | false; to: string[] };
    messageId(): string;
  };
}

interface Written {
  envelope: { from: string | false; to: string[] };
  messageId: string;
  /** Where the message was written. */
  path: string;
}

type Done = (error: Error | null, info?: Written) => void;

/** A nodemailer transport, see https://nodemailer.com/plugins/create/#transports. */
export interface FileTransport {
  name: string;
  version: string;
  send(mail: OutgoingMail, done: Done): void;
}

/** A name that sorts by time and never repeats. */
const fileName = (now: Date): string =>
  `${now.toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;

async function write(folder: string, { message }: OutgoingMail): Promise<Written> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName(new Date()));
  // Mails contain links that open accounts, so nobody else on the machine may read them. They are renamed when
  // complete, so that readers never see a partial mail.
  const unfinished = `${path}.part`;
  await pipeline(message.createReadStream(), createWriteStream(unfinished, { mode: 0o600, flags: 'wx' }));
  await rename(unfinished, path);
  return { envelope: message.getEnvelope(), messageId: message.messageId(), path };
}

/**
 * Writes every mail as an `.eml` file (RFC 5322) instead of sending it: for the demo, development and tests.
 * @param folder created when the first mail is written
 */
export function createFileTransport(folder: string): FileTransport {
  return {
    name: 'stadtverbund-file',
    version: '1',
    send(mail, done) {
      write(folder, mail).then(
        (info) => done(null, info),
        (error: Error) => done(error),
      );
    },
  };
}
