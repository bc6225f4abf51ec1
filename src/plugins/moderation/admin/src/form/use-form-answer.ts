import { adminApi } from '@strapi/strapi/admin';
import type { FormVersion } from './domain/three-way';
import type { FormName } from './open-forms';

/** The parts of the form's answer that are needed here. */
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

/** The same answer that Strapi's form is rendered from, and a way to load it again. */
export function useFormAnswer(name: FormName, skip: boolean) {
  const { getDocument } = adminApi.endpoints as unknown as { getDocument: Reading };
  const { currentData } = getDocument.useQueryState(name, { skip });
  const { refetch } = getDocument.useQuerySubscription(name, { skip });
  return { answer: currentData, reread: refetch };
}
