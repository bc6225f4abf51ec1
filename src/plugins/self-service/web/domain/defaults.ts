import type { FormField } from '@stadtverbund/client';
import type { Values } from './values';

/** What a new document begins with: what its schema says, and for a moment that it needs: now. */
export const defaultsOf = (fields: readonly FormField[], now: Date): Values =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (field.default !== undefined) return [[field.name, field.default]];
      return field.kind === 'moment' && field.required ? [[field.name, now.toISOString()]] : [];
    }),
  );
