import { errors } from '@strapi/utils';
import sharp from 'sharp';
import type { Core } from '@strapi/strapi';
import type { Language } from '../domain/language';
import { requestLanguage } from '../platform/http/request-language';
import type { FileStep, FileWrite, IncomingFile } from '../platform/strapi/patches';
import { isDecodable, MAX_PIXELS } from './domain/picture-limits';
import { OneAtATime, TooManyWaiting } from './one-at-a-time';
import { removedOnFailure } from './removed-on-failure';
import { editorQuota } from './upload-quota';

// Requests; the body of each lies in the temporary folder meanwhile, 10 MB at most.
const MOST_WAITING = 20;
/** Seconds after which a place is likely to be free. */
export const BUSY_SECONDS = 15;

const known = new WeakMap<Core.Strapi, OneAtATime>();

/**
 * The turns in which this instance decodes pictures. One at a time: a picture takes one of libuv's four threads, which
 * log-ins need as well, and up to 100 MB.
 */
export function picturesOf(strapi: Core.Strapi): OneAtATime {
  const pictures = known.get(strapi) ?? new OneAtATime(MOST_WAITING);
  known.set(strapi, pictures);
  return pictures;
}

type Reason = 'too-many-pixels' | 'pictures-busy' | 'upload-quota';

const MESSAGES: Readonly<Record<Reason, Record<Language, (name: string, hours: number) => string>>> = {
  'too-many-pixels': {
    de: (name) =>
      `${name}: Das Bild hat mehr als ${MAX_PIXELS / 1e6} Millionen Bildpunkte. Bitte verkleinern Sie es.`,
    en: (name) =>
      `${name}: the picture has more than ${MAX_PIXELS / 1e6} million pixels. Please make it smaller.`,
  },
  'pictures-busy': {
    de: () =>
      'Im Moment werden zu viele Bilder hochgeladen. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: () => 'Too many pictures are being uploaded at the moment. Please try again in a minute.',
  },
  'upload-quota': {
    de: (_name, hours) =>
      `Für heute haben Sie genug Dateien hochgeladen. Bitte machen Sie in ${hours} Stunden weiter.`,
    en: (_name, hours) =>
      `You have uploaded enough files for today. Please go on in ${hours === 1 ? 'an hour' : `${hours} hours`}.`,
  },
};

/** Refuses what an editor asks for; `retryAfter` in seconds. */
function refuse(strapi: Core.Strapi, reason: Reason, { name = '', retryAfter = 0 } = {}): Error {
  const ctx = strapi.requestContext.get();
  const message = MESSAGES[reason][ctx ? requestLanguage(ctx) : 'de'](name, Math.ceil(retryAfter / 3_600));
  if (retryAfter === 0) return new errors.ValidationError(message, { reason });
  ctx?.set('Retry-After', String(retryAfter));
  return new errors.RateLimitError(message, { reason, retryAfterSeconds: retryAfter });
}

/** Reads the header alone; a file that is no picture is decoded by nobody. */
async function assertDecodable(
  strapi: Core.Strapi,
  { filepath, originalFilename }: IncomingFile,
): Promise<void> {
  const header = await sharp(filepath, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (header && !isDecodable(header))
    throw refuse(strapi, 'too-many-pixels', { name: originalFilename ?? '?' });
}

async function inTurn(
  strapi: Core.Strapi,
  files: readonly IncomingFile[],
  user: FileWrite['user'],
  store: () => Promise<unknown>,
): Promise<unknown> {
  const pictures = picturesOf(strapi);
  // Self-service has asked for all of this itself.
  if (pictures.isInTurn) return store();
  const taken = user
    ? await editorQuota().take(
        strapi,
        user.id,
        files.map(({ size }) => size),
      )
    : undefined;
  if (taken && !taken.ok) throw refuse(strapi, 'upload-quota', { retryAfter: taken.retryAfterSeconds });
  try {
    return await pictures.admit(async () => {
      await pictures.turn(
        async () => {
          for (const file of files) await assertDecodable(strapi, file);
        },
        { first: true },
      );
      return pictures.turn(() => removedOnFailure(strapi, store));
    });
  } catch (error) {
    if (error instanceof TooManyWaiting) throw refuse(strapi, 'pictures-busy', { retryAfter: BUSY_SECONDS });
    throw error;
  }
}

/**
 * Lets the media library decode what it is given in turns, too, and nothing larger than 25 megapixels, whichever route
 * asks. Outside of everything that opens a transaction: who waits for a turn must not hold a connection.
 */
export const picturesInTurn: FileStep = {
  name: 'pictures-in-turn',
  around: (strapi, { incoming, user }, next) =>
    incoming.length === 0 ? next() : inTurn(strapi, incoming, user, next),
};
