import { formats, winston } from '@strapi/logger';
import { maskSecrets } from './domain/mask-secrets';

// Where winston stores the formatted line.
const LINE = Symbol.for('message');

const masked = winston.format((info) => {
  const line = info[LINE];
  return typeof line === 'string' ? { ...info, [LINE]: maskSecrets(line) } : info;
});

/** Strapi's own log lines with secrets masked: requests, errors and everything else that `strapi.log` writes. */
export const logFormat = (): winston.Logform.Format =>
  winston.format.combine(formats.prettyPrint(), masked());
