import { AsyncLocalStorage } from 'node:async_hooks';

/** The version of everything public, as text: only compared, never calculated with. */
export type Version = string;

const atHand = new AsyncLocalStorage<Version>();

/** Does what answers a request for which this version was read, by a read that began after the request arrived. */
export const atVersion = <T>(version: Version, answer: () => T): T => atHand.run(version, answer);

/** The version that was read for the request at hand; `undefined` where none was. */
export const versionAtHand = (): Version | undefined => atHand.getStore();
