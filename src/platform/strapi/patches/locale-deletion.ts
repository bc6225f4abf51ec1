import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';
import { localeService, type LocaleService, type StoredLocale } from '../locales';

/** A step in the deletion of a language: calls `next` once and returns its result, or throws. */
export interface LocaleStep {
  readonly name: string;
  /** @param locale `undefined` if there is none with that id */
  around(
    strapi: Core.Strapi,
    locale: StoredLocale | undefined,
    next: () => Promise<unknown>,
  ): Promise<unknown>;
}

/**
 * Puts steps around the deletion of a language in the settings, which deletes its rows below the document service. Call
 * once, in `bootstrap()`.
 *
 * @param steps outermost first
 * @throws Error, which ends the boot, if Strapi's service has changed
 */
export function onLocaleDeletion(strapi: Core.Strapi, steps: readonly LocaleStep[]): void {
  const service = functionsOf<LocaleService>(
    'locale-deletion',
    'The service of languages',
    localeService(strapi),
    ...(['delete', 'findById'] as const),
  );
  const remove = service.delete.bind(service);
  service.delete = async ({ id }) => {
    const locale = (await service.findById(id)) ?? undefined;
    const last = (): Promise<unknown> => remove({ id });
    return steps.reduceRight<() => Promise<unknown>>(
      (next, step) => () => step.around(strapi, locale, next),
      last,
    )();
  };
}
