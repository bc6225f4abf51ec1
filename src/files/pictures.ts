import { refused, type Refusal } from '../platform/refusals/refusal';
import sharp from 'sharp';
import type { Core } from '@strapi/strapi';
import type { FileStep, FileWrite } from '../platform/strapi/patches';
import type { IncomingFile } from '../platform/strapi/uploads';
import { isDecodable } from './domain/picture-limits';
import { OneAtATime, TooManyWaiting } from './one-at-a-time';
import { removedOnFailure } from './removed-on-failure';
import { editorQuota } from './upload-quota';

// Requests; the body of each (at most 10 MB) is in the temporary folder meanwhile.
const MOST_WAITING = 20;
/** Seconds after which a place is likely to have become free. */
const BUSY_SECONDS = 15;

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

/** @param retryAfter seconds until there may be more */
export const quotaUsed = (retryAfter: number): Refusal =>
  refused('upload-quota', ['files'], { hours: Math.ceil(retryAfter / 3_600) }, { retryAfter });

export const picturesBusy = (): Refusal => refused('pictures-busy', [], {}, { retryAfter: BUSY_SECONDS });

/** Reads only the header; a file that is not a picture is never decoded. */
async function assertDecodable({ filepath, originalFilename }: IncomingFile): Promise<void> {
  const header = await sharp(filepath, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (header && !isDecodable(header))
    throw refused('too-many-pixels', ['files'], { found: originalFilename ?? '?' });
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
  if (taken && !taken.ok) throw quotaUsed(taken.retryAfterSeconds);
  try {
    return await pictures.admit(async () => {
      await pictures.turn(
        async () => {
          for (const file of files) await assertDecodable(file);
        },
        { first: true },
      );
      return pictures.turn(() => removedOnFailure(strapi, store));
    });
  } catch (error) {
    if (error instanceof TooManyWaiting) throw picturesBusy();
    throw error;
  }
}

/**
 * Makes the media library decode pictures in turns, too, and none larger than 25 megapixels, whichever route stores
 * them. Runs outside any transaction, since a request waiting for its turn must not hold a connection.
 */
export const picturesInTurn: FileStep = {
  name: 'pictures-in-turn',
  around: (strapi, { incoming, user }, next) =>
    incoming.length === 0 ? next() : inTurn(strapi, incoming, user, next),
};
