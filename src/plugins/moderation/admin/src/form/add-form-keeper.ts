import type { StrapiApp } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { FormKeeper } from './form-keeper';
import { keepEndpoints } from './keep-endpoints';
import { formKey, noteButton } from './open-forms';
import { contentManagerOf } from '#src/admin/strapi/panel';

interface ActionProps {
  readonly collectionType: string;
  readonly model: string;
  readonly documentId?: string;
  readonly document?: { readonly locale?: string | null };
}

interface Action {
  (props: ActionProps): { readonly onClick?: (event?: unknown) => unknown } | null;
  type?: string;
  position?: unknown;
}

// The type of Strapi's action, and the endpoint that it calls.
const BUTTONS: Readonly<Record<string, string>> = { update: 'updateDocument', publish: 'publishDocument' };

/** Keeps forms of the content manager from losing what was typed and from overwriting what they have not shown. */
export function addFormKeeper(app: StrapiApp): void {
  keepEndpoints();
  const manager = contentManagerOf(app);
  manager.apis.addDocumentAction<Action>((actions) => actions.map(noting));
  // Next to the buttons, where it is mounted from the start on wide and narrow screens, unlike the panels.
  manager.injectComponent('editView', 'right-links', { name: 'form-keeper', Component: FormKeeper });
}

function noting(action: Action): Action {
  const endpoint = BUTTONS[action.type ?? ''];
  if (!endpoint) return action;
  const NotedAction: Action = (props) => {
    const button = action(props);
    const press = button?.onClick;
    const locale = new URLSearchParams(window.location.search).get('plugins[i18n][locale]');
    const key = formKey({ ...props, params: locale ? { locale } : {} });
    useEffect(() => {
      if (press) noteButton(endpoint, key, () => press());
    }, [press, key]);
    return button;
  };
  return Object.assign(NotedAction, { type: action.type, position: action.position });
}
