import { formats, winston } from '@strapi/logger';
import { maskSecrets } from './domain/mask-secrets';

// Where winston keeps the line as it will be written.
const LINE = Symbol.for('message');

const masked = winston.format((info) => {
  const line = info[LINE];
  return typeof line === 'string' ? { ...info, [LINE]: maskSecrets(line) } : info;
});

/** Strapi's own lines with secrets masked: of requests, errors and everything else that `strapi.log` writes. */
export const logFormat = (): winston.Logform.Format =>
  winston.format.combine(formats.prettyPrint(), masked());
