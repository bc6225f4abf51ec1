import { refused } from '../../platform/refusals/refusal';
import { isContent } from '../../platform/strapi/schema';
import { originOf } from '../origin';
import { WRITES, type Step } from '../step';

/** A request from outside never writes content, whatever route it has found. */
export const outside: Step = {
  name: 'outside',
  appliesTo: (_strapi, { uid, action }) => isContent(uid) && WRITES.has(action),
  before(strapi) {
    if (originOf(strapi).kind === 'outside') throw refused('content-closed');
  },
};
