import type { Context, Next } from 'koa';
import { readsForm, type FormRefusal } from '#src/platform/http/multipart-form';
import { MAX_FILES, MAX_IMAGE_BYTES } from '../domain/image-rules';
import { refused, type Refusal } from '#src/platform/refusals/refusal';

const SHAPE = { files: ['files'], texts: [], maxFiles: MAX_FILES, maxBytes: MAX_IMAGE_BYTES };

const REFUSALS: Readonly<Record<FormRefusal, () => Refusal>> = {
  'form-too-large': () => refused('too-many-bytes', ['files'], { found: 'files' }),
  'too-many-files': () => refused('too-many-files', ['files'], { maximum: MAX_FILES }),
  'form-unreadable': () => refused('form-unreadable', ['files']),
};

/** Parses the form of an upload once the account is known. */
export const uploadForm = (): ((ctx: Context, next: Next) => Promise<unknown>) =>
  readsForm(SHAPE, (reason) => REFUSALS[reason]());
