import type { StrapiApp } from '@strapi/strapi/admin';
import { MENU_ORDER, menuTitleId } from './translations/messages';

const COLLECTION_TYPE_LINKS = 'Admin/CM/pages/App/mutate-collection-types-links';
const SINGLE_TYPE_LINKS = 'Admin/CM/pages/App/mutate-single-types-links';

interface Link {
  uid: string;
  title: string;
}
interface CollectionArguments {
  ctLinks: Link[];
  models: unknown;
}
interface SingleArguments {
  stLinks: Link[];
  models: unknown;
}

/** Puts the types into the order in which an editor needs them; the content manager opens with the first. */
export function orderMenu(app: StrapiApp): void {
  app.registerHook(
    COLLECTION_TYPE_LINKS,
    ({ ctLinks, models }: CollectionArguments): CollectionArguments => ({
      models,
      ctLinks: ctLinks.map(inOrder),
    }),
  );
  app.registerHook(SINGLE_TYPE_LINKS, ({ stLinks, models }: SingleArguments): SingleArguments => ({
    models,
    stLinks: stLinks.map(inOrder),
  }));
}

function inOrder(link: Link): Link {
  const position = MENU_ORDER.indexOf(link.uid);
  return position < 0 ? link : { ...link, title: menuTitleId(position) };
}
