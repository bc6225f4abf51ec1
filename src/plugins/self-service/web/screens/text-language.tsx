import type { FormField } from '@stadtverbund/client';
import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import type { AppLanguage } from '../domain/place';

/** In which language the texts of a document are shown and written. */
export function TextLanguage(props: {
  readonly fields: readonly FormField[];
  readonly locale: AppLanguage;
  readonly choose: (locale: AppLanguage) => void;
}): ReactNode {
  const { words } = useApp();
  if (!props.fields.some(({ localized }) => localized)) return null;
  return (
    <div className="field text-language">
      <label htmlFor="text-language">{words.edit.textLanguage}</label>
      <select
        id="text-language"
        value={props.locale}
        onChange={({ target }) => props.choose(target.value as AppLanguage)}
      >
        {(Object.keys(words.edit.languages) as AppLanguage[]).map((language) => (
          <option key={language} value={language}>
            {words.edit.languages[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
