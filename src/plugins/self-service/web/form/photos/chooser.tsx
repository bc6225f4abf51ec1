import { useRef, type ReactNode } from 'react';
import { useApp } from '../../app-context';

interface ChooserProps {
  readonly label: string;
  /** Of the button. */
  readonly id: string;
  readonly isMany: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button that asks the device for pictures; phones offer their camera and their gallery. */
export function Chooser({ label, id, isMany, onChosen }: ChooserProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button plain" id={id} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple={isMany}
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen once more.
          target.value = '';
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}

interface ChosenProps {
  readonly waiting: number;
  readonly refusals: readonly string[];
  /** What was done last. */
  readonly said: string;
}

/** What becomes of the files that were chosen, read aloud. */
export function Chosen({ waiting, refusals, said }: ChosenProps): ReactNode {
  const { words } = useApp();
  return (
    <>
      <p className="hint photo-said" role="status">
        {waiting > 0 ? words.photos.preparing(waiting) : said}
      </p>
      <div role="alert">
        {refusals.map((sentence, at) => (
          <p key={at} className="notice refusal">
            {sentence}
          </p>
        ))}
      </div>
    </>
  );
}
