export { createPublished } from './create-published';
export { newDocument, type NewDocument } from './new-document';
