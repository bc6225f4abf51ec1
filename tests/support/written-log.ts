import { Writable } from 'node:stream';
import { winston } from '@strapi/logger';
import { startedApp } from './started-app';

/**
 * Captures what the suite's Strapi would write to the console, which is its only log, as it would be written there.
 * @returns what was written so far
 */
export function takeLog(): () => string {
  const { log } = startedApp().strapi;
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  for (const transport of log.transports) transport.silent = true;
  log.add(new winston.transports.Stream({ stream }));
  return () => written;
}
