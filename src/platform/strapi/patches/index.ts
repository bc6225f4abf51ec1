/** Where functions of Strapi's are wrapped: one file for each, with a test in tests/integration/platform. */
export { onFileWrites, type FileStep, type FileWrite, type IncomingFile } from './file-writes';
export { onLocaleDeletion, type LocaleStep } from './locale-deletion';
