export { guardBelowDocuments } from './below-documents';
export { addStep, closePipeline, registerPipeline } from './pipeline';
export { registerWarningsRoute } from './rules/warnings-route';
