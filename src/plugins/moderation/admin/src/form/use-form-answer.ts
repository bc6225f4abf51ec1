import { adminApi } from '@strapi/strapi/admin';
import type { FormVersion } from './domain/three-way';
import type { FormName } from './open-forms';

/** What the form was read with, as far as it is needed here. */
export interface FormAnswer {
  readonly data?: { readonly id?: number; readonly locale?: string | null };
  readonly meta?: { readonly formVersion?: FormVersion };
}

interface Reading {
  useQueryState(arg: FormName, options?: { skip?: boolean }): { currentData?: FormAnswer };
  useQuerySubscription(
    arg: FormName,
    options?: { skip?: boolean },
  ): { readonly refetch: () => Promise<unknown> };
}

/** The same reading that Strapi's form is drawn from, and a way to read again. */
export function useFormAnswer(name: FormName, skip: boolean) {
  const { getDocument } = adminApi.endpoints as unknown as { getDocument: Reading };
  const { currentData } = getDocument.useQueryState(name, { skip });
  const { refetch } = getDocument.useQuerySubscription(name, { skip });
  return { answer: currentData, reread: refetch };
}
