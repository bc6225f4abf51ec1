import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

type Handler<Ctx> = (ctx: Ctx) => Promise<unknown>;
type Wrap<Ctx> = (next: Handler<Ctx>) => Handler<Ctx>;

interface Controllers<Ctx> {
  extend(uid: string, change: (controller: Controller<Ctx>) => Controller<Ctx>): void;
}

type Controller<Ctx> = Record<string, Handler<Ctx>>;

/** The handlers that read and write a form of the content manager. */
const FORMS = {
  'collection-types': { reads: 'findOne', writes: ['update', 'publish', 'unpublish', 'discard'] },
  'single-types': { reads: 'find', writes: ['createOrUpdate', 'publish', 'unpublish', 'discard'] },
} as const;

/**
 * Wraps the handlers that read and write a form of the content manager. Call in `register()`, before routes are built.
 */
export function wrapFormActions<Ctx>(
  strapi: Core.Strapi,
  around: { read: Wrap<Ctx>; write: Wrap<Ctx> },
): void {
  const controllers = functionsOf<Controllers<Ctx>>(
    'form-actions',
    'The registry of controllers',
    strapi.get('controllers'),
    'extend',
  );
  for (const [name, { reads, writes }] of Object.entries(FORMS))
    controllers.extend(`plugin::content-manager.${name}`, (found) => {
      const controller = functionsOf<Controller<Ctx>>(
        'form-actions',
        `The controller ${name}`,
        found,
        reads,
        ...writes,
      );
      const wrapped = (action: string, wrap: Wrap<Ctx>): [string, Handler<Ctx>] => [
        action,
        wrap((ctx) => (controller[action] as Handler<Ctx>).call(controller, ctx)),
      ];
      return {
        ...controller,
        ...Object.fromEntries([
          wrapped(reads, around.read),
          ...writes.map((action) => wrapped(action, around.write)),
        ]),
      };
    });
}
