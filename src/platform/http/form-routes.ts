import { refused } from '../refusals/refusal';
import { withMiddlewares, type AdminRouteChanges } from '../strapi/patches';
import { readsForm, type FormRefusal, type FormShape } from './multipart-form';

const MEGABYTE = 1024 * 1024;

/** For all files of one request together. */
export const MAX_FORM_BYTES = 10 * MEGABYTE;

const MEDIA: FormShape = { files: ['files'], texts: ['fileInfo'], maxFiles: 20, maxBytes: MAX_FORM_BYTES };
const LOGOS: FormShape = {
  files: ['menuLogo', 'authLogo'],
  texts: ['menuLogo', 'authLogo'],
  maxFiles: 2,
  maxBytes: 2 * MEGABYTE,
};

// Routes to which the panel sends forms: the media library, and the panel's own logos.
const ADMIN_FORMS: Readonly<Record<string, FormShape>> = {
  'POST /upload': MEDIA,
  'POST /upload/files': MEDIA,
  'PUT /upload/files/:id': { ...MEDIA, files: [] },
  'POST /upload/files/:id/replace': MEDIA,
  'POST /admin/project-settings': LOGOS,
};

const OWN_FORMS: readonly string[] = ['POST /api/my/uploads'];

/** Whether a route accepts `multipart/form-data`. @param route as returned by `routeOf` */
export const isFormRoute = (route: string | undefined): boolean =>
  route !== undefined && (Object.hasOwn(ADMIN_FORMS, route) || OWN_FORMS.includes(route));

const refusal =
  ({ maxBytes, maxFiles }: FormShape) =>
  (reason: FormRefusal): Error =>
    reason === 'form-too-large'
      ? refused(reason, [], { megabytes: maxBytes / MEGABYTE })
      : refused(reason, [], { maximum: maxFiles });

/** The panel's routes that take forms. */
export const ADMIN_FORM_ROUTES: readonly string[] = Object.keys(ADMIN_FORMS);

/** Lets the panel's own routes read forms, after authentication. */
export const adminForms: AdminRouteChanges = Object.entries(ADMIN_FORMS).map(([route, shape]) => [
  route,
  withMiddlewares(readsForm(shape, refusal(shape))),
]);
