const clock = (hour: number, minute: number): string =>
  minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, '0')}`;

const listed = (parts: readonly string[], and: string): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(` ${and} `);

/** Opening hours as people say them. Days are named by `Intl`; times are those of a clock, 24:00 at the end of a day. */
export const openHours = {
  /** One time, as in "bis 18 Uhr". */
  time: (hour: number, minute: number): string => `${clock(hour, minute)} Uhr`,
  /** From one time to another. */
  span: (from: readonly [number, number], to: readonly [number, number]): string =>
    `${clock(...from)}–${clock(...to)}`,
  /** Spans of one day, joined. */
  spans: (spans: readonly string[]): string => `${listed(spans, 'und')} Uhr`,
  orLater: (spans: string): string => `${spans} oder länger`,
  /** From a time on, without an end that is known. */
  openEnd: (time: string): string => `ab ${time}`,
  and: (parts: readonly string[]): string => listed(parts, 'und'),
  openToday: (time: string): string => `Heute bis ${time} geöffnet`,
  openTonight: (time: string): string => `Heute bis ${time} nachts geöffnet`,
  openTomorrow: (time: string): string => `Geöffnet bis morgen, ${time}`,
  openUntil: (day: string, time: string): string => `Geöffnet bis ${day}, ${time}`,
  open: 'Jetzt geöffnet',
  always: 'Rund um die Uhr geöffnet',
  opensToday: (time: string): string => `Geschlossen, öffnet heute um ${time}`,
  opensTomorrow: (time: string): string => `Geschlossen, öffnet morgen um ${time}`,
  opensOn: (day: string, time: string): string => `Geschlossen, öffnet am ${day} um ${time}`,
  closed: 'Zurzeit geschlossen',
  perhaps: 'Vielleicht geöffnet, bitte vorher anfragen',
  closedThatDay: 'geschlossen',
  allDay: 'rund um die Uhr',
  byAppointment: 'nach Vereinbarung',
  today: 'heute',
  special: 'Sonderöffnungszeit',
  /** Holidays by the names that the library has for them, where we say it otherwise. */
  holidays: { Maifeiertag: 'Tag der Arbeit' } as Readonly<Record<string, string>>,
};
