export { guardBelowDocuments } from './below-documents';
export { addStep, closePipeline, registerPipeline } from './pipeline';
export { registerDoubtsRoute } from './rules/doubts-route';
