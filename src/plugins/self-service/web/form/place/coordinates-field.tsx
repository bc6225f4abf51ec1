import { useEffect, useState, type ReactNode } from 'react';
import type { GeoPoint } from '#src/domain/geo';
import { useApp } from '../../app-context';
import { Hint, Problems } from '../field-frame';
import { pointIn, pointText } from './domain/coordinates';

interface CoordinatesFieldProps {
  readonly id: string;
  readonly point: GeoPoint | null;
  readonly onEnter: (point: GeoPoint | null) => void;
}

/** A point as two numbers, for those who have them from elsewhere or see no map. */
export function CoordinatesField({ id, point, onEnter }: CoordinatesFieldProps): ReactNode {
  const { words, settings } = useApp();
  const shown = point ? pointText(point, settings.language) : '';
  const [text, setText] = useState(shown);
  const [isWrong, setIsWrong] = useState(false);
  // The pin was moved.
  useEffect(() => {
    setText(shown);
    setIsWrong(false);
  }, [shown]);
  const read = (): void => {
    if (text.trim() === shown) return;
    const read = text.trim() === '' ? null : pointIn(text);
    setIsWrong(read === undefined);
    if (read !== undefined) onEnter(read);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{words.place.coordinates}</label>
      <Hint id={id} text={words.place.coordinatesHint} />
      <Problems id={id} problems={isWrong ? [words.place.noPoint] : []} />
      <input
        type="text"
        id={id}
        className="short"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={({ target }) => setText(target.value)}
        onBlur={read}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // It is not the form that is finished.
          event.preventDefault();
          read();
        }}
      />
    </div>
  );
}
