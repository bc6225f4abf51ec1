import type { ReactNode } from 'react';
import { useApp } from './app-context';
import { timeIn } from './domain/days';
import { Act } from './parts';

/** Says that there is no net, and from when is what is shown. */
export function Offline(): ReactNode {
  const { words, offlineSince, resume } = useApp();
  return (
    <div role="status">
      {offlineSince !== undefined && (
        <div className="notice row">
          <p>{words.withoutNet.since(timeIn(offlineSince, words.dates))}</p>
          <Act label={words.again} kind="plain" onAct={() => void resume()} />
        </div>
      )}
    </div>
  );
}
