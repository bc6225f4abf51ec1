import type { states as German } from '../de/states';

export const states: Record<keyof typeof German, string> = {
  none: 'nothing submitted, or not public',
  draft: 'draft',
  submitted: 'submitted',
  'changes-requested': 'changes requested',
  rejected: 'rejected',
  public: 'public',
  suspended: 'suspended',
  archived: 'archived',
  resolved: 'resolved',
  paused: 'paused',
  disabled: 'disabled',
};
