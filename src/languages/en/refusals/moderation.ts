import type { moderation as German } from '../../de/refusals/moderation';

export const moderation: Record<keyof typeof German, string> = {
  'not-found': 'This entry does not exist, or you have no access to it.',
  'stale-version': 'The entry has been changed in the meantime. Please reload it and look at the change.',
  'changed-meanwhile':
    'Not saved: the entry has been changed since you opened it. What you typed is still there.',
  'review-first':
    'A submission among the chosen entries waits for review. Please review it on its own (menu “Submissions”) or take it out of the choice.',
  'wrong-state': 'This is not possible in the present state ({from:state}). Please reload the entry.',
  'waits-for-review':
    'The entry waits for review by the editors. What becomes public without review (of a public business: opening hours without comments, phone number and consent to syndication) can be changed all the same. For anything else please withdraw the submission (withdraw), change the entry and submit it again.',
  archived: 'The entry is archived. The editors can restore it.',
  suspended:
    'The entry is suspended and does not become public this way. Please lift the suspension first (“Lift the suspension …”).',
  'suspend-instead':
    'Who takes a public entry back tells the business why: please suspend it with a reason (“Unpublish …” or “Suspend …”). That covers all languages together.',
  'not-yours': 'Only the other side (business or editors) can take this step.',
  'reason-required': 'Reason: please write why, so that the business knows what to do.',
  'not-through-moderation': 'Entries are changed through self-service or by the editors, not this way.',
  'reported-enough': 'There are many reports about this entry already. The editors are looking at them.',
};
