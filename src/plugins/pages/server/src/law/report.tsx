import type { ReactNode } from 'react';
import { writtenLine } from '#src/domain/written-text';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Form, NextStep, Notice, type FieldOfForm } from '#src/platform/pages/elements';
import type { Asked, FormValues, Page, PageView, Problem } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { publicOrigin } from '#src/platform/http/public-origin';
import { publicBase } from '#src/platform/mail/public-url';
import { Refusal } from '#src/platform/refusals/refusal';
import {
  GROUND_NAMES,
  GROUNDS,
  needsOf,
  OBJECTION_MONTHS,
  SHORTEST_EXPLANATION,
  type Ground,
  type IntakeService,
} from '#src/plugins/moderation/server/src/contract';
import { problemsOf } from '../problems-of';
import { Part } from './reaching';

const NAME = 'report';
const TAKEN = 'report-taken';
const BARRIER = 'report-barrier';

// Of an API: src/plugins/moderation/server/src/validation/notice.ts.
const LONGEST = 2_000;
const LONGEST_NAME = 120;
const LONGEST_NORM = 300;

const wordsIn = (language: Language) => CATALOGUES[language].lawPages.report;

const groundNamed = (name: string | null | undefined): Ground | undefined =>
  GROUND_NAMES.find((ground) => ground === name);

const searchOf = (parameters: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

interface Choosing {
  readonly asked: Asked;
  readonly url: string | undefined;
}

// What people come for most stands first.
const AS_ASKED: readonly Ground[] = ['wrong', 'closed', 'correction', 'accessibility', 'privacy'];

const asAsked = [...AS_ASKED, ...GROUND_NAMES.filter((ground) => !AS_ASKED.includes(ground))];

const FACTS: readonly Ground[] = ['wrong', 'correction'];

/** What it may be about, as links: each leads to the form with what this needs. */
function Choice({ asked: { strapi, language }, url }: Choosing): ReactNode {
  const words = wordsIn(language);
  const path = pageAddress(strapi, NAME, language);
  return (
    <Part title={words.choose}>
      <ul className="cards">
        {asAsked.map((kind) => (
          <li key={kind} className="card">
            <h3>
              <a href={`${path}${searchOf({ kind, url })}`}>{words.grounds[kind].title}</a>
            </h3>
            <p>{words.grounds[kind].text}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What a ground is asked for. What only some have to say is not required by the browser: the answer tells. */
function fieldsOf(ground: Ground, language: Language): FieldOfForm[] {
  const words = wordsIn(language).fields;
  const needs = needsOf({ ground });
  const isIllegal = ground === 'illegal';
  const url: FieldOfForm = {
    name: 'url',
    label: words.url,
    hint: words.urlHint,
    type: 'url',
    maxLength: LONGEST,
    required: needs.includes('listing') || needs.includes('place'),
  };
  const message: FieldOfForm = isIllegal
    ? {
        name: 'explanation',
        label: words.explanation,
        hint: words.explanationHint(SHORTEST_EXPLANATION),
        minLength: SHORTEST_EXPLANATION,
      }
    : {
        name: 'message',
        label: FACTS.includes(ground) ? words.whatIsWrong : words.message,
        hint: words.messageHint,
      };
  const norm = (name: string, label: string): FieldOfForm => ({ name, label, maxLength: LONGEST_NORM });
  // Needed, unless it is about the abuse of children.
  const unless = isIllegal ? { hint: words.needed, isAskedFor: true } : {};
  return [
    url,
    { ...message, type: 'textarea', maxLength: LONGEST, required: true },
    ...(isIllegal ? [norm('law', words.law)] : []),
    ...(ground === 'terms' ? [norm('clause', words.clause)] : []),
    ...(isIllegal ? [{ name: 'childAbuse', label: words.childAbuse, type: 'checkbox' }] : []),
    ...(isIllegal
      ? [{ name: 'name', label: words.name, autocomplete: 'name', maxLength: LONGEST_NAME, ...unless }]
      : []),
    {
      name: 'email',
      label: words.email,
      type: 'email',
      autocomplete: 'email',
      hint: words.emailHint,
      ...(isIllegal ? { isAskedFor: true } : {}),
    },
    ...(isIllegal ? [{ name: 'goodFaith', label: words.goodFaith, type: 'checkbox', required: true }] : []),
  ];
}

const dueIn = (ground: Ground, language: Language): string => {
  const { due } = GROUNDS[ground];
  const words = wordsIn(language).due;
  return 'days' in due ? words.days(due.days) : words.months(due.months);
};

function showForm(asked: Asked, ground: Ground, url: string | undefined): PageView {
  const { strapi, language, refused } = asked;
  const words = wordsIn(language);
  const { title, text } = words.grounds[ground];
  const path = pageAddress(strapi, NAME, language);
  return {
    title: `${words.title}: ${title}`,
    lead: text,
    description: text,
    search: searchOf({ kind: ground, url }),
    unlisted: true,
    body: (
      <>
        <p>{dueIn(ground, language)}</p>
        <Form
          {...{ language, refused }}
          action={path}
          label={words.label}
          hidden={{ kind: ground }}
          fields={fieldsOf(ground, language)}
          typed={url === undefined ? {} : { url }}
          challenge
        />
        <ul>
          <li>
            <a href={`${path}${searchOf({ url })}`}>{words.other}</a>
          </li>
          <li>
            <a href={pageAddress(strapi, 'privacy', language)}>{words.privacy}</a>
          </li>
        </ul>
      </>
    ),
  };
}

/** An address as the page shows it, without what nobody sees; a longer one is none of ours. */
const addressIn = (typed: string | null): string | undefined =>
  writtenLine(typed ?? '').slice(0, LONGEST) || undefined;

function show(asked: Asked): PageView {
  const { language, query, refused } = asked;
  const words = wordsIn(language);
  const url = addressIn(refused?.values['url'] ?? query.get('url'));
  const ground = groundNamed(refused?.values['kind'] ?? query.get('kind'));
  if (ground) return showForm(asked, ground, url);
  return {
    title: words.title,
    lead: words.lead,
    description: words.description,
    search: searchOf({ url }),
    unlisted: url !== undefined,
    body: (
      <>
        {url && <p>{words.about(url)}</p>}
        <Choice asked={asked} url={url} />
      </>
    ),
  };
}

const CHECKED = ['goodFaith', 'childAbuse'] as const;

/** An address of ours as the API knows it: without `PUBLIC_URL`, people may open pages under another host. */
function ownAddress({ strapi, ctx }: Asked, url: string): string {
  const origin = publicOrigin(strapi, ctx);
  return url.startsWith(`${origin}/`) ? `${publicBase(strapi)}${url.slice(origin.length)}` : url;
}

/** The form as the body of `POST /api/reports`: what was left empty was not sent. */
function bodyOf(asked: Asked, { kind, url = '', ...rest }: FormValues): Record<string, unknown> {
  const values = { ...rest, url: ownAddress(asked, url.trim()) };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const checked = Object.fromEntries(CHECKED.map((name) => [name, name in given]));
  return { ...given, ...checked, ground: kind };
}

/** In words for people: those of the API are for programs as well. */
function problemsIn(refusal: Refusal, language: Language): Problem[] {
  const own: Readonly<Record<string, string>> = wordsIn(language).problems;
  return problemsOf(refusal, language).map((problem, at) => {
    const { code } = refusal.grounds[at] ?? {};
    const isNoAddress = problem.field === 'url' && code === 'field-shape';
    const words = own[code ?? ''] ?? (isNoAddress ? own['url'] : undefined);
    return words === undefined ? problem : { ...problem, message: words };
  });
}

/** Where anybody reports what is wrong (DSA, Art. 16), without JavaScript and without an account. */
const reportPage: Page = {
  name: NAME,
  paths: { de: '/melden', en: '/en/report' },
  reach: 'public',
  reads: ['url', 'kind'],
  show,
  async submit(asked, values) {
    const { strapi, ctx, language } = asked;
    try {
      const intake = strapi.plugin('moderation').service<IntakeService>('intake');
      const { number, kind } = await intake.report(ctx, bodyOf(asked, values), language);
      return { seeOther: `${pageAddress(strapi, TAKEN, language)}${searchOf({ number, kind })}` };
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 400) throw error;
      return { problems: problemsIn(error, language), status: error.status };
    }
  },
};

// As numbers of the intake are written: 2026-17
const NUMBER = /^\d{4}-\d{1,7}$/;

/** Says the number, and what happens next. */
const takenPage: Page = {
  name: TAKEN,
  paths: { de: '/melden/angekommen', en: '/en/report/arrived' },
  reach: 'private',
  reads: ['number', 'kind'],
  show({ strapi, language, query }) {
    const { taken } = wordsIn(language);
    const number = query.get('number') ?? '';
    const ground = groundNamed(query.get('kind'));
    const canBeObjected = ground !== undefined && 'canBeObjected' in GROUNDS[ground];
    return {
      title: taken.title,
      body: (
        <>
          <Notice kind="done">
            {NUMBER.test(number) && <p>{taken.number(number)}</p>}
            <p>
              {taken.next} {ground && dueIn(ground, language)}
            </p>
          </Notice>
          <p>{taken.mail}</p>
          <p>{taken.noMail}</p>
          {canBeObjected && <p>{taken.objection(OBJECTION_MONTHS)}</p>}
          <NextStep
            url={pageAddress(strapi, 'start', language)}
            label={CATALOGUES[language].pages.errors.toStart}
          />
        </>
      ),
    };
  },
};

/** The short address for barriers. */
const barrierPage: Page = {
  name: BARRIER,
  paths: { de: '/barriere-melden', en: '/en/report-barrier' },
  reach: 'public',
  reads: ['url'],
  // It leads on.
  isThere: () => Promise.resolve(false),
  show({ strapi, language, query }) {
    const search = searchOf({ kind: 'accessibility', url: addressIn(query.get('url')) });
    return { movedTo: `${pageAddress(strapi, NAME, language)}${search}` };
  },
};

export const reportPages: readonly Page[] = [reportPage, takenPage, barrierPage];
