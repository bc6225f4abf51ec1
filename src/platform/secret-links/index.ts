export type { Link, LinkAction, LinkButton, LinkField, LinkPurpose, LinkView } from './contract';
export { findLink, sendLinkAgain, subjectOfLink, useLink } from './links';
export { endLinks, newLink } from './new-link';
export { registerLinkPurpose } from './purposes';
export { assertLinkMailRate, assertLinkRate } from './rates';
