import type { ReactNode } from 'react';
import { cityDay } from '#src/city/city-day';
import { isReviewDue, reviewDueOn, reviewedOn } from '#src/city/domain/needs-of-law';
import { daysAfter } from '#src/domain/calendar-days';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Facts, NextStep } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { publicOrigin } from '#src/platform/http/public-origin';
import { cityProfile } from '../city';
import { many, one, text, webAddress, type Entry } from '../listing/read-facts';
import { dayOf } from '../listing/words-of-facts';
import { Asked } from './asked';
import { reasonsAgainst } from './domain/conformity';
import type { MeasuredFinding, Measurement } from './domain/measurement';
import { measured } from './measured';
import { Body, Part, Written } from './reaching';

const wordsIn = (language: Language) => CATALOGUES[language].lawPages.accessibility;

const day = (value: string, language: Language): string => dayOf(value, 'UTC', language);

interface FindingsProps {
  readonly findings: readonly MeasuredFinding[];
  readonly measured: Measurement;
  readonly language: Language;
}

function Findings({ findings, measured, language }: FindingsProps): ReactNode {
  const pathOf = (name: string): string =>
    measured.pages.find((page) => page.name === name)?.paths[language] ?? name;
  return (
    <ul>
      {findings.map(({ rule, help, pages }) => (
        <li key={rule}>
          {help[language]} (<code>{rule}</code>), {wordsIn(language).measured.where(pages.map(pathOf))}
        </li>
      ))}
    </ul>
  );
}

function Measured({
  measured,
  language,
}: {
  measured: Measurement | undefined;
  language: Language;
}): ReactNode {
  const words = wordsIn(language).measured;
  if (!measured)
    return (
      <Part title={words.title}>
        <p>{words.none}</p>
      </Part>
    );
  const { measuredOn, version, engine, pages, views, rules, violations, incomplete } = measured;
  return (
    <Part title={words.title}>
      <p>
        {words.text({
          day: day(measuredOn, language),
          version,
          engine,
          pages: pages.length,
          views,
          rules,
        })}
      </p>
      <p>
        <strong>{words.violations(violations.length)}</strong>
      </p>
      {violations.length > 0 && <Findings findings={violations} {...{ measured, language }} />}
      {incomplete.length > 0 && (
        <>
          <p>{words.incomplete}</p>
          <Findings findings={incomplete} {...{ measured, language }} />
        </>
      )}
    </Part>
  );
}

function Issues({ issues, language }: { issues: readonly Entry[]; language: Language }): ReactNode {
  const words = wordsIn(language).issues;
  if (issues.length === 0) return null;
  const fact = (label: string, value: string | undefined) => (value === undefined ? [] : [{ label, value }]);
  const date = (issue: Entry, name: string) => {
    const value = text(issue, name);
    return value && day(value, language);
  };
  return (
    <Part title={words.title}>
      {issues.map((issue, at) => (
        <div key={at}>
          <h3>{text(issue, 'issue')}</h3>
          <Facts
            facts={[
              ...fact(words.cause, words.causes[text(issue, 'cause') ?? '']),
              ...fact(words.alternative, text(issue, 'alternative')),
              ...fact(words.since, date(issue, 'issueSince')),
              ...fact(words.until, date(issue, 'issueUntil')),
            ]}
          />
        </div>
      ))}
    </Part>
  );
}

interface Said {
  readonly own: Entry | undefined;
  readonly measurement: Measurement | undefined;
  readonly language: Language;
}

function Status({ own, measurement, language }: Said): ReactNode {
  const words = wordsIn(language).status;
  const reasons = reasonsAgainst({
    measured: measurement,
    issues: many(own, 'knownIssues').length,
    isCheckedByHand: text(own, 'checkedByHand') !== undefined,
  });
  return (
    <Part title={words.title}>
      <p>{reasons.length === 0 ? words.full : words.partial}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{words.because[reason]}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

const OtherForm = ({ url, label }: { url: string | undefined; label: string }): ReactNode =>
  url && (
    <li>
      <a href={url} rel="noopener">
        {label}
      </a>
    </li>
  );

/** When a review is more than a year ago; an hour or two late, by the city's clock. @param reviewed ISO date */
const overYear = (reviewed: string): Date => new Date(`${daysAfter(reviewDueOn(reviewed), 1)}T00:00:00Z`);

/** The statement on accessibility: the model of EU 2018/1523, the city's answers, and what was measured of this release. */
export const accessibilityPage: Page = {
  name: 'accessibility',
  paths: { de: '/barrierefreiheit', en: '/en/accessibility' },
  reach: 'public',
  async show({ strapi, language, ctx }) {
    const profile = await cityProfile(strapi, language);
    const words = wordsIn(language);
    const own = one(profile, 'accessibility');
    const measurement = await measured(strapi);
    const reviewed = reviewedOn(profile);
    const isOld = reviewed !== undefined && isReviewDue(reviewed, await cityDay(strapi, new Date()));
    const [plain, sign] = [webAddress(own, 'plainLanguageUrl'), webAddress(own, 'signLanguageUrl')];
    const feedback = text(own, 'feedbackContact');
    const body = one(own, 'enforcementBody');
    return {
      title: words.title,
      description: words.description,
      expiresAt: reviewed === undefined || isOld ? null : overYear(reviewed),
      body: (
        <>
          <Asked {...{ profile, language }} page="accessibility" unfinished={words.unfinished} />
          <p>
            {words.intro(
              text(one(profile, 'operator'), 'operatorName') ?? words.someOperator,
              text(own, 'lawName') ?? words.someLaw,
              publicOrigin(strapi, ctx),
            )}
          </p>
          {reviewed && (
            <p>
              {words.created(day(reviewed, language))} {isOld && words.old}
            </p>
          )}
          {(plain ?? sign) && (
            <ul>
              <OtherForm url={plain} label={words.plain} />
              <OtherForm url={sign} label={words.sign} />
            </ul>
          )}
          <Status {...{ own, measurement, language }} />
          <Issues issues={many(own, 'knownIssues')} language={language} />
          <Measured measured={measurement} language={language} />
          <Part title={words.byHand.title}>
            <Written value={text(own, 'checkedByHand') ?? words.byHand.none} />
          </Part>
          <Part title={words.feedback.title}>
            <p>{words.feedback.text}</p>
            <NextStep
              url={`${pageAddress(strapi, 'report', language)}?kind=accessibility`}
              label={words.feedback.link}
            />
            {feedback && (
              <>
                <p>{words.feedback.also}</p>
                <Written value={feedback} />
              </>
            )}
          </Part>
          <Part title={words.enforcement.title}>
            <p>{words.enforcement.text}</p>
            {text(body, 'bodyName') ? (
              <Body body={body} language={language} />
            ) : (
              <p>{words.enforcement.none}</p>
            )}
          </Part>
        </>
      ),
    };
  },
};
