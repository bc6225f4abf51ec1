import { SingleBar } from 'cli-progress';

interface Progress {
  step: string;
  done: number;
  total: number;
}

/** Shows the progress of each step: a bar on a terminal, elsewhere one line per step. */
export function showProgress(): { update(progress: Progress): void; stop(): void } {
  const bar = process.stdout.isTTY
    ? new SingleBar({ format: '  {bar} {value}/{total} {step}', hideCursor: true })
    : undefined;
  let current = '';
  return {
    update({ step, done, total }) {
      if (step !== current) {
        current = step;
        bar?.stop();
        if (bar) bar.start(total, done, { step });
        else console.log(`  ${step}: ${total}`);
      }
      bar?.update(done, { step });
    },
    stop: () => bar?.stop(),
  };
}
