import { parseArgs, type ParseArgsConfig } from 'node:util';

interface CommandLine<Options> {
  /** What the script does and how to call it */
  help: string;
  options?: Options;
  /** Whether words without -- are allowed */
  allowPositionals?: boolean;
}

/**
 * Parses the command line. `--help` prints the help and exits with 0; anything unknown is refused with a sentence and
 * exit code 2.
 */
export function readCommandLine<const Options extends NonNullable<ParseArgsConfig['options']>>({
  help,
  options,
  allowPositionals = false,
}: CommandLine<Options>) {
  const all = { ...(options ?? ({} as Options)), help: { type: 'boolean', short: 'h' } } as const;
  try {
    const parsed = parseArgs({ options: all, allowPositionals, strict: true });
    if ((parsed.values as { help?: boolean }).help) {
      console.log(help.trim());
      process.exit(0);
    }
    return parsed;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help.trim()}`);
    process.exit(2);
  }
}
