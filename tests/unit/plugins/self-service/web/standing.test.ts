import {
  PUBLICATION_STATES,
  SUBMISSION_STATES,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import { SUBMISSION_TABLE } from '#src/plugins/moderation/server/src/domain/transitions';
import { endOf, isOwnTurn, standingOf, stepsOf } from '#src/plugins/self-service/web/domain/standing';
import { CATALOGUE } from '#src/plugins/self-service/web/words/words';

const at = (state: string, publication: string) =>
  standingOf({ submission: { state, message: null, submittedAt: null }, publication });

it.each([
  ['draft', 'none', 'draft'],
  ['submitted', 'none', 'waits'],
  ['submitted', 'public', 'waitsBesidePublic'],
  ['changes-requested', 'public', 'changesAsked'],
  ['rejected', 'none', 'refused'],
  ['none', 'public', 'public'],
  ['draft', 'public', 'changeBesidePublic'],
  ['draft', 'suspended', 'suspended'],
  ['none', 'archived', 'archived'],
])('%s and %s: %s', (state, publication, standing) => {
  expect(at(state, publication)).toBe(standing);
});

const ALL = SUBMISSION_STATES.flatMap((state) =>
  PUBLICATION_STATES.map((publication) => ({ state, publication })),
);

it.each(ALL)('$state and $publication has words in each language', ({ state, publication }) => {
  for (const words of Object.values(CATALOGUE))
    expect(words.start.standing[at(state, publication)]).toMatch(/\w/);
});

it.each(ALL.filter(({ publication }) => publication === 'none' || publication === 'public'))(
  '$state and $publication offers only steps that the table of transitions has',
  ({ state, publication }) => {
    const possible = SUBMISSION_TABLE.filter(
      ({ from, by }) =>
        (from as readonly string[]).includes(state) && (by as readonly string[]).includes('contributor'),
    ).map(({ action }) => String(action));
    for (const step of stepsOf(at(state, publication))) expect(possible).toContain(step);
  },
);

it('it is the business’s turn where the editors ask for something', () => {
  expect(isOwnTurn('changesAsked')).toBe(true);
  expect(isOwnTurn('waits')).toBe(false);
});

it.each([
  ['none', 'draft', 'remove'],
  ['none', 'rejected', 'remove'],
  ['none', 'submitted', undefined],
  ['public', 'none', 'archive'],
  ['public', 'submitted', 'archive'],
  ['suspended', 'none', undefined],
  ['archived', 'none', undefined],
])('of %s and %s the end is %s', (publication, state, end) => {
  expect(endOf({ publication, submission: { state, message: null, submittedAt: null } })).toBe(end);
});
