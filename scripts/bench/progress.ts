import { Presets, SingleBar } from 'cli-progress';

/** One line that says what is done, and how much is left of it. */
export interface Progress {
  /** Begins a step; the one before is over. */
  step(name: string, total: number): void;
  /** One more, or as many as given, of the step is done. */
  advance(what?: string, by?: number): void;
  set(done: number): void;
  end(): void;
}

/** A bar on a terminal; a line per step where there is none. */
export function terminalProgress(): Progress {
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} {step} {what}',
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  let running = false;
  const end = (): void => {
    if (running) bar.stop();
    running = false;
  };
  return {
    step(step, total) {
      end();
      if (!process.stderr.isTTY) console.log(`${step} …`);
      bar.start(total, 0, { step, what: '' });
      running = true;
    },
    advance: (what = '', by = 1) => bar.increment(by, { what }),
    set: (done) => bar.update(done),
    end,
  };
}
