import type { ReactNode } from 'react';
import type { Language } from '#src/languages/language';
import { Picture } from './picture';
import { one, text, type Entry } from './read-facts';

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** The first letter of a name, or what stands for one: an emoji of several code points, a letter with its accents. */
function initial(name: string): string {
  const letters = [...graphemes.segment(name)].map(({ segment }) => segment);
  return (
    letters.find((letter) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(letter)) ?? '·'
  ).toUpperCase();
}

interface MarkProps {
  readonly facts: Entry;
  readonly language: Language;
  /** `logo`: of whom it is; `picture`: what it is about, where there is one. */
  readonly shows: 'logo' | 'picture';
}

/** A sign beside a name: a picture, the logo, or the first letter, so that lists are even. Says nothing of its own. */
export function Mark({ facts, language, shows }: MarkProps): ReactNode {
  const name = text(facts, 'name') ?? text(facts, 'title') ?? '';
  const image = shows === 'picture' ? one(facts, 'image') : undefined;
  const picture = image ?? one(facts, 'logo');
  if (!picture)
    return (
      <span className="mark letter" aria-hidden="true">
        {initial(name)}
      </span>
    );
  return (
    <span className={image ? 'mark' : 'mark logo'}>
      <Picture {...{ picture, name, language }} sizes="6rem" isDecoration />
    </span>
  );
}
