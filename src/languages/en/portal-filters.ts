import type { portalFilters as German } from '../de/portal-filters';

export const portalFilters: typeof German = {
  types: { label: 'Types', hint: 'Nothing ticked: all.', all: 'all' },
  locales: {
    label: 'Languages',
    hint: 'In which languages the portal gets texts. Nothing ticked: in all.',
    all: 'all',
  },
  categories: {
    label: 'Categories',
    hint: 'A category includes those below it. Nothing chosen: all.',
    all: 'all',
  },
  districts: { label: 'Districts', hint: 'Nothing chosen: all.', all: 'all' },
  postcodes: { label: 'Postcodes', hint: 'Nothing chosen: all.', all: 'all' },
  boundingBox: {
    label: 'Only a part of the map',
    hint: 'Not ticked: the whole city.',
    all: 'the whole city',
  },
};
