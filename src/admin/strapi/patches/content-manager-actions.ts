import type { StrapiApp } from '@strapi/strapi/admin';
import { missing } from './missing';

/** A component that describes an action; Strapi calls it like a hook, and knows it by its type. */
interface DescribedAction {
  type?: string;
  position?: unknown;
}

type Change<Action> = (change: (actions: Action[]) => Action[]) => void;

/** Where the content manager takes changes of its actions: on a document, and on several rows of a list. */
type Place = 'addDocumentAction' | 'addBulkAction';

/**
 * Puts something around Strapi's own actions of the content manager, which are given by their types.
 *
 * @param around returns the action itself where it stays as it is
 * @param types those that are looked for
 */
export function wrapActions<Action extends DescribedAction>(
  app: StrapiApp,
  place: Place,
  around: (original: Action) => Action,
  types: readonly string[],
): void {
  const { apis } = app.getPlugin('content-manager') as { apis: unknown };
  (apis as Record<Place, Change<Action>>)[place]((actions) => {
    for (const type of types)
      if (!actions.some((action) => action.type === type))
        missing(`action ${type}`, 'content-manager-actions');
    return actions.map((original) => {
      const { type, position } = original;
      const wrapped = around(original);
      return wrapped === original ? original : Object.assign(wrapped, { type, position });
    });
  });
}
