import type { Core } from '@strapi/strapi';
import { decideEditView, type AppliedView } from '../../domain/edit-view-decision';
import { COMPONENT_VIEWS } from './components';
import { TYPE_VIEWS } from './content-types';
import { contentManagerViews, type ViewStore } from './content-manager-views';
import type { EditView } from './edit-view';
import { arranged } from './arranged';

type Views = Readonly<Record<string, EditView>>;

const VIEWS = { types: TYPE_VIEWS, components: COMPONENT_VIEWS };

/**
 * Arranges the forms and lists of the admin panel by `src/bootstrap/edit-views/`, on every start. What an editor has
 * rearranged since it was last applied is left alone.
 */
export async function applyEditViews(
  strapi: Core.Strapi,
  { types, components }: { types: Views; components: Views } = VIEWS,
): Promise<void> {
  for (const [uid, view] of Object.entries(components)) {
    await applyEditView(strapi, contentManagerViews(strapi, 'components', uid), uid, view);
  }
  for (const [uid, view] of Object.entries(types)) {
    await applyEditView(strapi, contentManagerViews(strapi, 'content-types', uid), uid, view);
  }
}

async function applyEditView(
  strapi: Core.Strapi,
  views: ViewStore,
  uid: string,
  view: EditView,
): Promise<void> {
  const memory = strapi.store({ type: 'core', name: 'stadtverbund' });
  const key = `edit-view-${uid}`;
  const stored = await views.read();
  const applied = (await memory.get({ key })) as AppliedView | null;
  if (!decideEditView(view, stored, applied ?? undefined).apply) return;
  const result = arranged(stored, view);
  await views.write(result);
  await memory.set({ key, value: { view, result } satisfies AppliedView });
}
