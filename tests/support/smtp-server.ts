import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { startedApp } from './started-app';

interface Provider {
  init(
    options: { host: string; port: number },
    settings: { defaultFrom: string; defaultReplyTo: string },
  ): { send(message: object): Promise<unknown> };
}

interface Refusal {
  readonly responseCode: number;
  readonly message: string;
}

/** A mail server on the loopback, to which the suite's Strapi sends. */
export interface MailServer {
  /** Who was named as a recipient, each time. */
  readonly asked: string[];
  /** The mails that it took, as they came. */
  readonly taken: string[];
  /** Refuses a recipient from now on; takes everybody without an argument. */
  refuse(refusal?: (address: string) => Refusal | undefined): void;
  close(): Promise<void>;
}

/** Starts a mail server and lets the suite's Strapi send to it, by the provider of production. */
export async function startMailServer(): Promise<MailServer> {
  const [asked, taken]: [string[], string[]] = [[], []];
  let refusing: (address: string) => Refusal | undefined = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      const refusal = refusing(address);
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode }));
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const restore = await sendTo(port);
  return {
    asked,
    taken,
    refuse: (refusal = () => undefined) => {
      refusing = refusal;
    },
    close: async () => {
      restore();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function sendTo(port: number): Promise<() => void> {
  const { default: provider } = (await import('@strapi/provider-email-nodemailer')) as unknown as {
    default: Provider;
  };
  const email = startedApp().strapi.plugin('email') as unknown as { provider: unknown };
  const before = email.provider;
  email.provider = provider.init(
    { host: '127.0.0.1', port },
    { defaultFrom: 'noreply@city.example', defaultReplyTo: 'noreply@city.example' },
  );
  return () => {
    email.provider = before;
  };
}
