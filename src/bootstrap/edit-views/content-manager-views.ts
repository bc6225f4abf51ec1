import type { Core } from '@strapi/strapi';
import type { StoredView } from '../../domain/edit-view-decision';
import { viewService } from '../../platform/strapi/content-manager';

/** Reads and writes what the content manager stores about one type or component. */
export interface ViewStore {
  read(): Promise<StoredView>;
  write(view: StoredView): Promise<void>;
}

/** @throws if there is no such type or component, since its edit view would be dead data */
export function contentManagerViews(
  strapi: Core.Strapi,
  kind: 'content-types' | 'components',
  uid: string,
): ViewStore {
  const service = viewService<StoredView>(strapi, kind);
  const model = kind === 'components' ? service.findComponent?.(uid) : service.findContentType?.(uid);
  if (!model)
    throw new Error(`There is an edit view for ${uid}, but no such ${kind}: remove it or rename it.`);
  return {
    read: async () => {
      const { settings, metadatas, layouts } = await service.findConfiguration(model);
      return { settings, metadatas, layouts };
    },
    write: async (view) => {
      await service.updateConfiguration(model, view);
    },
  };
}
