import type { portalLabels as German } from '../de/portal-labels';

export const portalLabels: Record<keyof typeof German, string> = {
  name: 'Name',
  contactEmail: 'Contact e-mail',
  url: 'Target URL',
  filter: 'Filter',
  types: 'Types',
  categories: 'Categories',
  districts: 'Districts',
  postcodes: 'Postcodes',
  boundingBox: 'Bounding box',
  south: 'South',
  west: 'West',
  north: 'North',
  east: 'East',
  locales: 'Languages',
};
