import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import type { Language } from '../../domain/language';
import { assertFileKinds, type ArrivingFile } from '../../files/assert-file-kinds';
import { withMiddlewares, type AdminRouteChanges } from './admin-routes';
import { readsForm, type FormRefusal, type FormShape } from './multipart-form';
import { requestLanguage } from './request-language';

const MEGABYTE = 1024 * 1024;

/** Of all files of one request together. */
export const MAX_FORM_BYTES = 10 * MEGABYTE;

const MEDIA: FormShape = { files: ['files'], texts: ['fileInfo'], maxFiles: 20, maxBytes: MAX_FORM_BYTES };
const LOGOS: FormShape = {
  files: ['menuLogo', 'authLogo'],
  texts: ['menuLogo', 'authLogo'],
  maxFiles: 2,
  maxBytes: 2 * MEGABYTE,
};

// What the panel sends as a form: the media library, and the logos of the panel itself.
const ADMIN_FORMS: Readonly<Record<string, FormShape>> = {
  'POST /upload': MEDIA,
  'POST /upload/files': MEDIA,
  'PUT /upload/files/:id': { ...MEDIA, files: [] },
  'POST /upload/files/:id/replace': MEDIA,
  'POST /admin/project-settings': LOGOS,
};

const OWN_FORMS: readonly string[] = ['POST /api/my/uploads'];

/** Whether a route takes `multipart/form-data`. @param route as `routeOf` names it */
export const isFormRoute = (route: string | undefined): boolean =>
  route !== undefined && (Object.hasOwn(ADMIN_FORMS, route) || OWN_FORMS.includes(route));

const MESSAGES: Readonly<Record<FormRefusal, Record<Language, (shape: FormShape) => string>>> = {
  'too-many-bytes': {
    de: ({ maxBytes }) =>
      `Das ist zu groß: alle Dateien zusammen höchstens ${maxBytes / MEGABYTE} MB. Bitte verkleinern Sie die Dateien oder laden Sie sie nacheinander hoch.`,
    en: ({ maxBytes }) =>
      `That is too large: all files together ${maxBytes / MEGABYTE} MB at most. Please make the files smaller or upload them one after the other.`,
  },
  'too-many-files': {
    de: ({ maxFiles }) => `Das sind zu viele Dateien auf einmal. Bitte laden Sie höchstens ${maxFiles} hoch.`,
    en: ({ maxFiles }) => `These are too many files at once. Please upload ${maxFiles} at most.`,
  },
  unreadable: {
    de: () =>
      'Das Formular ist nicht lesbar. Bitte prüfen Sie Content-Type samt boundary und ob es vollständig ist.',
    en: () =>
      'The form cannot be read. Please check Content-Type with its boundary, and that it is complete.',
  },
};

const refusal =
  (shape: FormShape) =>
  (reason: FormRefusal, ctx: Context): Error => {
    const message = MESSAGES[reason][requestLanguage(ctx)](shape);
    return reason === 'unreadable'
      ? new errors.ValidationError(message, { reason: 'body-unreadable' })
      : new errors.PayloadTooLargeError(message, { reason });
  };

/** Logos go past the upload service, which looks at bytes itself. */
async function onlyStorable(ctx: Context, next: Next): Promise<unknown> {
  const { files = {} } = ctx.request as { files?: Record<string, ArrivingFile | ArrivingFile[]> };
  await assertFileKinds(Object.values(files).flat(), requestLanguage(ctx));
  return next();
}

/** Lets the panel's own routes read forms, after the caller is known. */
export const adminForms: AdminRouteChanges = Object.entries(ADMIN_FORMS).map(([route, shape]) => [
  route,
  withMiddlewares(readsForm(shape, refusal(shape)), onlyStorable),
]);
