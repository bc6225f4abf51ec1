const SIGNALS: NodeJS.Signals[] = ['SIGTERM', 'SIGINT'];

/** Creates something without the signal listeners that it installs: Strapi's end the process at once. */
export function withoutSignals<Made>(make: () => Made): Made {
  const before = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  const made = make();
  for (const [signal, kept] of before)
    for (const listener of process.listeners(signal))
      if (!kept.includes(listener)) process.removeListener(signal, listener);
  return made;
}
