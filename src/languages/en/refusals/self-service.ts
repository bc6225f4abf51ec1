import type { selfService as German } from '../../de/refusals/self-service';

export const selfService: Record<keyof typeof German, string> = {
  'relation-not-found': '{field}: there is no entry “{found}”. Please give a valid documentId.',
  'relation-not-in-language':
    '{field}: “{found}” does not exist in this language. Please set the field in a language in which it does; it holds for all.',
  'business-not-managed': '{field}: you do not manage this business. Please name one of yours.',
  'business-required': '{field}: please say to which of your businesses this belongs.',
  'file-not-owned': '{field}: this file is not yours. Please upload the picture yourself.',
  'upload-used': 'This picture is still in use. Please take it out of the entry first.',
  'precondition-failed':
    'The entry has changed in the meantime. Please load it again and repeat your change.',
  'invitation-invalid':
    'The invitation has expired, has been used, or is for another e-mail address. Please ask for a new one.',
  'invitation-too-early':
    'You can invite people as soon as the listing has been published for the first time.',
  'invitations-open':
    'This business has {maximum} open invitations already. Please take one back, or wait until one is accepted.',
  'invitations-today':
    'There can be {maximum} invitations a day at most. Please invite more people tomorrow.',
  'already-manager': 'This account manages the business already.',
  'not-owner': 'Only owners can remove others.',
  'last-manager':
    'A business needs someone who manages it. Please invite another person first, or archive the business.',
  'last-owner': 'A business needs an owner. Please ask the editors.',
  'claim-business-required': 'business: please give the documentId of the business.',
  'claim-reason-required': 'reason: please write in 10 to 2000 characters why the business is yours.',
  'claim-managed': 'Someone manages this business already. Please ask for an invitation, or ask the editors.',
  'claim-open': 'You have claimed this business already; the editors are looking at it.',
  'claims-open':
    'You have claimed {maximum} businesses that are not decided on yet. Please wait for the editors.',
  'claims-today': 'You can claim {maximum} businesses a day at most. Please try again tomorrow.',
  'drafts-open': 'You have {maximum} drafts already that were never public. Please submit or delete one.',
  'creations-today': 'There can be {maximum} new entries a day at most. Please create more tomorrow.',
  'submissions-today': 'There can be {maximum} submissions a day at most. Please submit more tomorrow.',
  'size-class-missing': 'sizeClass: please say how large the business is.',
  'size-class-too-large':
    'sizeClass: this city admits businesses up to the size “{maximum}”; this one is “{found}”.',
  'chain-not-admitted': 'chain: this city does not admit chains.',
};
