import type { Core } from '@strapi/strapi';

type Listener = (reason: unknown) => void;

const listeners = new WeakMap<Core.Strapi, Listener>();

/**
 * Logs a promise that nobody waits for and that is rejected, instead of ending the process, as Node does by default: in
 * a library (Strapi's validation starts several queries at once, and waits for the first to fail) one request would stop
 * the service for everybody. What is thrown outside of promises still ends it.
 */
export function outliveRejections(strapi: Core.Strapi): void {
  const listener: Listener = (reason) => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    strapi.log.error(`Nobody waited for a promise that was rejected: ${text}`);
  };
  listeners.set(strapi, listener);
  process.on('unhandledRejection', listener);
}

/** Ends that with the instance. */
export function forgetRejections(strapi: Core.Strapi): void {
  const listener = listeners.get(strapi);
  if (listener) process.off('unhandledRejection', listener);
}
