import type { states as German } from '../de/states';
import { moderationStates } from './moderation';

export const states: typeof German = {
  ...moderationStates,
  none: 'nothing submitted, or not public',
  resolved: 'resolved',
  paused: 'paused',
  disabled: 'disabled',
};
