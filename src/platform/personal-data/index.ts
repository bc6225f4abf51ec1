export type { DataSubject, ErasureReason, PersonalData } from './contract';
export type { ByLanguage, Declaration, Kept } from './domain/declaration';
export { personalDataOf, registerPersonalData } from './registry';
export { registerRetention, runRetention } from './retention';
