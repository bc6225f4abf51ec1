import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

const RECONNECT_MILLISECONDS = 500;

/**
 * Hears of NOTIFY on these channels, over a connection of its own that is made anew whenever it breaks. After every
 * connect all channels count as notified: what was said meanwhile was not heard.
 */
export function listen(
  connectionString: string | undefined,
  channels: Readonly<Record<string, (payload: string) => void>>,
  onBroken: (error: Error) => void,
): Listener {
  let closing = false;
  let client: Client | undefined;

  const connect = async (): Promise<void> => {
    const next = new Client({
      connectionString,
      application_name: 'stadtverbund feed wake',
      keepAlive: true,
    });
    client = next;
    const ended = new Promise<void>((resolve) => {
      next.on('error', () => resolve());
      next.on('end', () => resolve());
    });
    next.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
    await next.connect();
    for (const channel of Object.keys(channels)) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    for (const heard of Object.values(channels)) heard('');
    await ended;
  };

  const stayConnected = async (): Promise<void> => {
    while (!closing) {
      try {
        await connect();
      } catch (error) {
        onBroken(error as Error);
      }
      await client?.end().catch(onBroken);
      if (!closing) await pause(RECONNECT_MILLISECONDS);
    }
  };

  const connected = stayConnected();
  return {
    async close() {
      closing = true;
      await client?.end().catch(onBroken);
      await connected;
    },
  };
}
