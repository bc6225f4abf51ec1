import type { portalLabels as German } from '../de/portal-labels';

export const portalLabels: Record<keyof typeof German, string> = {
  name: 'Name',
  contactEmail: 'Contact e-mail',
  url: 'Target URL',
  filter: 'Filter',
  south: 'South',
  west: 'West',
  north: 'North',
  east: 'East',
};
