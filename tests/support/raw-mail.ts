import type { Message } from '#src/platform/mail/domain/message';

interface Provider {
  init(
    options: { streamTransport: true; buffer: true; newline: 'windows' },
    settings: { defaultFrom: string; defaultReplyTo: string },
  ): { send(message: Message): Promise<{ message: Buffer }> };
}

/** A mail as it goes over the wire (RFC 5322), written by the provider that sends it. */
export async function rawMail(message: Message): Promise<string> {
  const { default: provider } = (await import('@strapi/provider-email-nodemailer')) as unknown as {
    default: Provider;
  };
  const transport = provider.init(
    { streamTransport: true, buffer: true, newline: 'windows' },
    { defaultFrom: 'noreply@example.org', defaultReplyTo: 'noreply@example.org' },
  );
  return (await transport.send(message)).message.toString('latin1');
}
