import type { openHours as German } from '../de/open-hours';

const clock = (hour: number, minute: number): string => {
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour % 24 < 12 ? 'am' : 'pm'}`;
};

const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');

/** Opening hours as people say them. */
export const openHours: typeof German = {
  time: clock,
  span: (from, to) => `${clock(...from)} to ${clock(...to)}`,
  spans: listed,
  orLater: (spans) => `${spans} or later`,
  openEnd: (time) => `from ${time}`,
  and: listed,
  openToday: (time) => `Open today until ${time}`,
  openTonight: (time) => `Open tonight until ${time}`,
  openTomorrow: (time) => `Open until ${time} tomorrow`,
  openUntil: (day, time) => `Open until ${time} on ${day}`,
  open: 'Open now',
  always: 'Open around the clock',
  opensToday: (time) => `Closed, opens at ${time} today`,
  opensTomorrow: (time) => `Closed, opens at ${time} tomorrow`,
  opensOn: (day, time) => `Closed, opens at ${time} on ${day}`,
  closed: 'Closed at the moment',
  perhaps: 'May be open, please ask before you go',
  closedThatDay: 'closed',
  allDay: 'around the clock',
  byAppointment: 'by appointment',
  today: 'today',
  special: 'special hours',
  holidays: {
    Neujahr: 'New Year’s Day',
    'Heilige Drei Könige': 'Epiphany',
    Frauentag: 'International Women’s Day',
    'Internationaler Frauentag': 'International Women’s Day',
    Karfreitag: 'Good Friday',
    Ostersonntag: 'Easter Sunday',
    Ostermontag: 'Easter Monday',
    Maifeiertag: 'Labour Day',
    'Tag der Arbeit': 'Labour Day',
    'Christi Himmelfahrt': 'Ascension Day',
    Pfingstsonntag: 'Whit Sunday',
    Pfingstmontag: 'Whit Monday',
    Fronleichnam: 'Corpus Christi',
    Friedensfest: 'Peace Festival',
    'Mariä Himmelfahrt': 'Assumption Day',
    Weltkindertag: 'Children’s Day',
    'Tag der Deutschen Einheit': 'Day of German Unity',
    Reformationstag: 'Reformation Day',
    Allerheiligen: 'All Saints’ Day',
    'Buß- und Bettag': 'Day of Repentance and Prayer',
    '1. Weihnachtstag': 'Christmas Day',
    '2. Weihnachtstag': 'Boxing Day',
  },
};
