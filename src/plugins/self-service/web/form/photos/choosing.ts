import { useEffect, useRef, useState } from 'react';
import { useApp } from '../../app-context';
import type { PendingFile } from './picture-value';
import { preparePicture } from './prepare-picture';

interface Choosing {
  /** How many files are still being prepared. */
  readonly waiting: number;
  /** Why files were not taken, in sentences. */
  readonly refusals: readonly string[];
  /** Prepares files one after the other; none beyond `room` is taken. */
  readonly choose: (files: readonly File[], room: number) => Promise<void>;
}

// All that is known of the size if the city does not say.
const MAX_BYTES = 10_000_000;

/**
 * Files from the camera or the gallery, as pictures that can be uploaded.
 * @param onReady is handed each as soon as it is ready
 */
export function useChoosing(maxBytes: number | undefined, onReady: (image: PendingFile) => void): Choosing {
  const { words } = useApp();
  const [waiting, setWaiting] = useState(0);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  // While a picture is prepared the form around goes on.
  const ready = useRef(onReady);
  useEffect(() => {
    ready.current = onReady;
  });

  const choose = async (files: readonly File[], room: number): Promise<void> => {
    const taken = files.slice(0, room);
    const refused = taken.length < files.length ? [words.photos.tooMany(files.length - taken.length)] : [];
    setRefusals(refused);
    setWaiting((before) => before + taken.length);
    for (const file of taken) {
      const prepared = await preparePicture(file, maxBytes ?? MAX_BYTES);
      setWaiting((before) => before - 1);
      if (prepared.ok) ready.current({ pending: prepared.picture, name: file.name });
      else setRefusals((before) => [...before, words.photos.unfit[prepared.reason](file.name)]);
    }
  };
  return { waiting, refusals, choose };
}
