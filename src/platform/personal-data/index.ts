export type {
  DataSubject,
  ErasureChoice,
  ErasureReason,
  FoundRow,
  PersonalData,
  PersonalDocument,
} from './contract';
export type { ByLanguage, Declaration, Kept } from './domain/declaration';
export { forgetDocuments, releaseDocuments } from './documents-of-the-erased';
export { erasePerson, holdPerson } from './erase-person';
export { eraseSome } from './erase-some';
export { dropFiles } from './erased-files';
export { erasures } from './erasure-data';
export { AGAIN_SECONDS, queueErasure } from './erasure-notes';
export { findPersonalData, type FoundData } from './find-personal-data';
export { registerErasures } from './finish-erasures';
export { personalDataOf, registerPersonalData } from './registry';
export { registerRetention, runRetention } from './retention';
export { assertNothingOpen, openOf } from './what-is-open';
export { wholeSubject } from './whole-subject';
