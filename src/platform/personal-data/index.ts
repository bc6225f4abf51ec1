export type {
  DataSubject,
  ErasedDocument,
  ErasureChoice,
  ErasureReason,
  FoundRow,
  PersonalData,
} from './contract';
export type { ByLanguage, Declaration, Kept } from './domain/declaration';
export { erasePerson, findPersonalData, type FoundData } from './erase-person';
export { personalDataOf, registerPersonalData } from './registry';
export { registerRetention, runRetention } from './retention';
