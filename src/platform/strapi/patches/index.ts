/** Where functions of Strapi's are wrapped: one file for each. */
export { onFileWrites, type FileStep, type FileWrite, type IncomingFile } from './file-writes';
export { onLocaleDeletion, type LocaleStep } from './locale-deletion';
