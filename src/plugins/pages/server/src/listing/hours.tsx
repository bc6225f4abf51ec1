import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
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
              <small>
                {isToday ? `${CATALOGUES[language].openHours.today}, ${date}` : date}
                {note && `, ${note}`}
              </small>
            </th>
            <td>{times}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The hours of each service: the state in a sentence, and the days of a week. */
export function Hours({ hours, language }: Pick<ListingShown, 'hours'> & { language: Language }): ReactNode {
  const words = CATALOGUES[language].cityPages.listing;
  return hours.map((one, at) => (
    <section key={one.service} className="section">
      <h2 id={at === 0 ? 'hours' : undefined}>{hours.length > 1 ? words.hoursOf(one.name) : words.hours}</h2>
      <p>
        <OpenState openNow={one.openNow} text={one.state} />
      </p>
      <Week hours={one} language={language} />
      {one.coming.length > 0 && (
        <>
          <h3>{words.comingSpecial}</h3>
          <ul>
            {one.coming.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  ));
}
