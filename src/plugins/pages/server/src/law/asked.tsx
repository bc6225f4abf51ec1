import type { ReactNode } from 'react';
import { missingInLaw, type LawPage } from '#src/city/domain/needs-of-law';
import { fieldLabel } from '#src/domain/field-labels';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Notice } from '#src/platform/pages/elements';
import type { Entry } from '../listing/read-facts';

interface AskedProps {
  readonly profile: Entry;
  readonly page: LawPage;
  readonly language: Language;
  /** What follows from something missing. */
  readonly unfinished?: string;
}

/** What a page of the law says first: that it is an example, and what the city has not said yet. */
export function Asked({ profile, page, language, unfinished }: AskedProps): ReactNode {
  const { example, missing: words } = CATALOGUES[language].lawPages;
  const missing = missingInLaw(profile).filter((need) => need.page === page);
  return (
    <>
      {profile['isExample'] === true && (
        <Notice kind="note">
          <p>{example}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="note">
          <h2>{words.title}</h2>
          <p>{words.text}</p>
          <ul>
            {missing.map(({ path, law }) => (
              <li key={path.join('.')}>{words.one(fieldLabel(path, language), law[language])}</li>
            ))}
          </ul>
          {unfinished && <p>{unfinished}</p>}
        </Notice>
      )}
    </>
  );
}
