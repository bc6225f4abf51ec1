import { Presets, SingleBar } from 'cli-progress';

/** One line that shows what is being done, and how much is left. */
export interface Progress {
  /** Begins a step and ends the previous one. */
  step(name: string, total: number): void;
  /** One more unit of the step, or as many as given, is done. */
  advance(what?: string, by?: number): void;
  set(done: number): void;
  end(): void;
}

/** A bar on a terminal; elsewhere, a line per step. */
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
