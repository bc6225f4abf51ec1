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
  'notice-place':
    '{field}: please name the exact place: the address (url) of the page, or contentType and documentId of the entry.',
  'notice-elsewhere': '{field}: this page is not one of ours. Please name a page of this site.',
  'notice-explanation':
    '{field}: please write in {minimum} characters or more what is illegal about it, and why.',
  'notice-message': '{field}: please write what it is about.',
  'notice-name':
    '{field}: please give your name. It is not needed for the sexual abuse of children (childAbuse).',
  'notice-email':
    '{field}: please give your e-mail address. It is not needed for the sexual abuse of children (childAbuse).',
  'notice-good-faith':
    '{field}: please confirm that you believe all that you report to be right and complete.',
  'intake-decided': 'This is decided already. Please reload the list.',
  'intake-decision': '{field}: there is no such decision here. Please choose one of those offered.',
  'intake-reason': '{field}: please write the reason; who told us reads it.',
  'four-eyes':
    'An objection is decided by somebody else than the first time. Please leave it to a colleague.',
  'statement-required':
    '{field}: please write what the business is to read: what is no longer public, and why.',
  'statement-names-notifier':
    '{field}: this has the name or the e-mail address of somebody who reported something. The business must not learn either.',
  'norm-required': '{field}: please name the law, or the clause of the terms of use.',
  'objection-message': '{field}: please write in 10 to 2000 characters why you object.',
};
