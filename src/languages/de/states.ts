import { moderationStates } from './moderation';

export const states = {
  ...moderationStates,
  none: 'nichts eingereicht oder nicht öffentlich',
  resolved: 'erledigt',
  paused: 'angehalten',
  disabled: 'abgeschaltet',
};
