import { Presets, SingleBar } from 'cli-progress';

/** Shows a bar while `work` runs; `unit` says what is counted. */
export async function withProgressBar<Result>(
  unit: string,
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  const bar = new SingleBar(
    { format: `{bar} {value}/{total} ${unit}, {eta_formatted} left`, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(0, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
