import type { IncomingMessage } from 'node:http';
import { rm } from 'node:fs/promises';
import formidable, { type File, type Part } from 'formidable';
import type { Context, Next } from 'koa';
import { makeFormFolder } from './form-folders';

/** What a form may contain. Other parts are ignored. */
export interface FormShape {
  /** Names of parts that are files */
  files: readonly string[];
  /** Names of parts that are text */
  texts: readonly string[];
  /** Number of files in all parts together */
  maxFiles: number;
  /** Bytes of all files together */
  maxBytes: number;
}

/** Why a form is refused. */
export type FormRefusal = 'form-too-large' | 'too-many-files' | 'form-unreadable';

interface Form {
  body: Record<string, string | string[]>;
  files: Record<string, File | File[]>;
}

/** Formidable's internal way to stop; it has no public one. */
interface Stoppable {
  _error(error: Error): void;
}

// Texts hold the name, caption and folder of each file.
const MAX_TEXTS = 50;
const MAX_TEXT_BYTES = 64 * 1024;
// Headers of parts, and boundaries.
const MAX_OVERHEAD = 64 * 1024;
const TOO_LARGE = 413;

class TooMany extends Error {
  override readonly name = 'TooMany';

  constructor(readonly reason: FormRefusal) {
    super(reason);
  }
}

/** The refusal for a parser error: too large, too many, or not a valid form. */
function refusalIn(error: unknown): FormRefusal {
  if (error instanceof TooMany) return error.reason;
  return (error as { httpCode?: unknown }).httpCode === TOO_LARGE ? 'form-too-large' : 'form-unreadable';
}

function add<T>(to: Record<string, T | T[]>, name: string, value: T): void {
  const before = to[name];
  if (before === undefined) to[name] = value;
  else to[name] = [...(Array.isArray(before) ? before : [before]), value];
}

function readForm(request: IncomingMessage, folder: string, shape: FormShape): Promise<Form> {
  const maxTotal = shape.maxBytes + MAX_TEXT_BYTES + MAX_OVERHEAD;
  if (Number(request.headers['content-length'] ?? 0) > maxTotal)
    return Promise.reject(new TooMany('form-too-large'));
  const read: Form = { body: {}, files: {} };
  let files = 0;
  const form = formidable({
    uploadDir: folder,
    enabledPlugins: ['multipart'] as never,
    maxFields: MAX_TEXTS,
    maxFieldsSize: MAX_TEXT_BYTES,
    // In this version, for all files together.
    maxFileSize: shape.maxBytes,
    // An empty file is distinguished from no file, and refused by name.
    minFileSize: 0,
    filter: ({ name }: Part) => name !== null && shape.files.includes(name),
  });
  const stop = (error: Error): void => (form as typeof form & Stoppable)._error(error);
  return new Promise((resolve, reject) => {
    form.on('error', reject);
    form.on('end', () => resolve(read));
    form.on('field', (name, value) => {
      if (shape.texts.includes(name)) add(read.body, name, value);
    });
    form.on('fileBegin', () => {
      files += 1;
      if (files > shape.maxFiles) stop(new TooMany('too-many-files'));
    });
    form.on('file', (name, file) => add(read.files, name, file));
    // Bodies without Content-Length are counted as they arrive.
    form.on('progress', (received) => {
      if (received > maxTotal) stop(new TooMany('form-too-large'));
    });
    form.parse(request);
  });
}

/**
 * Reads a multipart form for a route, with limits, into a folder that is removed at the end of the request, whatever
 * the outcome. Strapi's own parser, which would run before all routes, is switched off (config/middlewares.ts).
 *
 * @param refuse the error to answer with
 */
export const readsForm =
  (shape: FormShape, refuse: (reason: FormRefusal) => Error) =>
  async (ctx: Context, next: Next): Promise<unknown> => {
    if (!ctx.is('multipart/form-data')) return next();
    const folder = await makeFormFolder();
    try {
      const form = await readForm(ctx.req, folder, shape).catch((cause: unknown) => {
        throw Object.assign(refuse(refusalIn(cause)), { cause });
      });
      Object.assign(ctx.request, form);
      return await next();
    } finally {
      delete (ctx.request as { files?: unknown }).files;
      // Formidable may be about to open a file, which then fails without the folder.
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
