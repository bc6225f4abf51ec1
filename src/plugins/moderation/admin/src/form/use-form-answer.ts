import { documentReading } from '#src/admin/strapi/panel';
import type { FormVersion } from './domain/three-way';
import type { FormName } from './open-forms';

/** The parts of the form's answer that are needed here. */
export interface FormAnswer {
  readonly data?: { readonly id?: number; readonly locale?: string | null };
  readonly meta?: { readonly formVersion?: FormVersion };
}

/** The same answer that Strapi's form is rendered from, and a way to load it again. */
export function useFormAnswer(name: FormName, skip: boolean) {
  const reading = documentReading<FormName, FormAnswer>();
  const { currentData } = reading.useQueryState(name, { skip });
  const { refetch } = reading.useQuerySubscription(name, { skip });
  return { answer: currentData, reread: refetch };
}
