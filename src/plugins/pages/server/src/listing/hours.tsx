import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { asHeading } from './words-of-facts';
import type { ListingShown } from '#src/plugins/directory/server/src/contract';

type ServiceHours = ListingShown['hours'][number];

const kindOf = (openNow: boolean | null): string =>
  openNow === null ? 'perhaps' : openNow ? 'open' : 'closed';

/** Whether something is open, in words; the dot before it only repeats them. */
export const OpenState = ({ openNow, text }: { openNow: boolean | null; text: string }): ReactNode => (
  <span className={`state ${kindOf(openNow)}`}>{text}</span>
);

function Week({ hours, language }: { hours: ServiceHours; language: Language }): ReactNode {
  const words = CATALOGUES[language].cityPages.listing;
  return (
    <table className="week">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.times}</th>
        </tr>
      </thead>
      <tbody>
        {hours.week.map(({ day, weekday, date, isToday, note, times }) => (
          <tr key={day} className={isToday ? 'today' : undefined}>
            <th scope="row">
              {weekday}
              {isToday && ` (${CATALOGUES[language].openHours.today})`}
              {note && (
                <small>
                  {date}, {note}
                </small>
              )}
            </th>
            <td>{times}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Coming({ hours, language }: { hours: ServiceHours; language: Language }): ReactNode {
  if (hours.coming.length === 0) return null;
  return (
    <>
      <h3>{CATALOGUES[language].cityPages.listing.comingSpecial}</h3>
      <ul>
        {hours.coming.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </>
  );
}

interface HoursProps extends Pick<ListingShown, 'hours'> {
  readonly language: Language;
  /** Whether they are those of the business, and not what the page is about. */
  readonly areOfAnother: boolean;
}

/** The days of a week from today on; of further services the state, and their days on demand. */
export function Hours({ hours, language, areOfAnother }: HoursProps): ReactNode {
  const words = CATALOGUES[language].cityPages.listing;
  const open = areOfAnother ? [] : hours.slice(0, 1);
  if (hours.length === 0) return null;
  return (
    <section className="section hours" id="hours">
      <h2>{words.hours}</h2>
      {open.map((one) => (
        <div key={one.service}>
          {hours.length > 1 && <h3>{asHeading(one.name, language)}</h3>}
          <Week hours={one} language={language} />
          <Coming hours={one} language={language} />
        </div>
      ))}
      {hours.slice(open.length).map((one) => (
        <details key={one.service}>
          <summary>
            <span>{asHeading(one.name, language)}</span> <OpenState openNow={one.openNow} text={one.state} />
          </summary>
          <Week hours={one} language={language} />
          <Coming hours={one} language={language} />
        </details>
      ))}
    </section>
  );
}
