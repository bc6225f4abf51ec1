export type { Link, LinkAction, LinkButton, LinkField, LinkPurpose, LinkSection, LinkView } from './contract';
export { fileOfLink, findLink, sendLinkAgain, subjectOfLink, useLink } from './links';
export { endLinks, newLink } from './new-link';
export { registerLinkPurpose } from './purposes';
export { assertLinkMailRate, assertLinkRate } from './rates';
