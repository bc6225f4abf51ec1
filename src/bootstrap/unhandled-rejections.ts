import type { Core } from '@strapi/strapi';

type Listener = (reason: unknown) => void;

const listeners = new WeakMap<Core.Strapi, Listener>();

/**
 * Logs unhandled rejections instead of ending the process, as Node does by default: one in a library (Strapi's
 * validation starts several queries at once, and waits only for the first failure) would let one request stop the
 * service for everyone. Exceptions outside promises still end it.
 */
export function outliveRejections(strapi: Core.Strapi): void {
  const listener: Listener = (reason) => {
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    strapi.log.error(`Nobody waited for a promise that was rejected: ${text}`);
  };
  listeners.set(strapi, listener);
  process.on('unhandledRejection', listener);
}

/** Undoes this when the instance ends. */
export function forgetRejections(strapi: Core.Strapi): void {
  const listener = listeners.get(strapi);
  if (listener) process.off('unhandledRejection', listener);
}
