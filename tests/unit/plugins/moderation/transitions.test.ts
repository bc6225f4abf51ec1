import {
  ACTOR_KINDS,
  PUBLICATION_STATES,
  SUBMISSION_STATES,
  type ActorKind,
  type PublicationState,
  type SubmissionState,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import {
  ACTIONS,
  decideTransition,
  needsReason,
  WAITING_STATES,
  waitsForEditors,
  type Action,
} from '#src/plugins/moderation/server/src/domain/transitions';

const ANY = PUBLICATION_STATES.filter((state) => state !== 'archived');

// The expected table, line by line: [submission from, publication from, action, by, submission to, publication to].
type Line = [
  readonly SubmissionState[],
  readonly PublicationState[],
  Action,
  readonly ActorKind[],
  SubmissionState | 'same',
  PublicationState | 'same' | 'before',
];

const ALL_SUBMISSION = SUBMISSION_STATES;
const OPEN_NOT_SUBMITTED: SubmissionState[] = ['draft', 'changes-requested', 'rejected'];

const DESIGN: Line[] = [
  [['none', 'draft', 'rejected'], ANY, 'create', ['contributor'], 'draft', 'same'],
  [['none', 'draft', 'rejected'], ANY, 'edit', ['contributor'], 'draft', 'same'],
  [['changes-requested'], ANY, 'edit', ['contributor'], 'changes-requested', 'same'],
  [['draft', 'changes-requested'], ANY, 'submit', ['contributor'], 'submitted', 'same'],
  [['submitted'], ANY, 'withdraw', ['contributor'], 'draft', 'same'],
  [['submitted'], ANY, 'approve', ['editor'], 'none', 'public'],
  [['submitted'], ANY, 'request-changes', ['editor'], 'changes-requested', 'same'],
  [['submitted'], ANY, 'reject', ['editor'], 'rejected', 'same'],
  [OPEN_NOT_SUBMITTED, ANY, 'discard', ['contributor', 'editor'], 'none', 'same'],
  [ALL_SUBMISSION, ['none', 'public'], 'publish', ['editor'], 'none', 'public'],
  [['none'], ['none', 'public'], 'publish', ['system'], 'none', 'public'],
  [ALL_SUBMISSION, ['public'], 'auto-approve', ['contributor'], 'same', 'public'],
  [ALL_SUBMISSION, ['public'], 'suspend', ['editor', 'system'], 'same', 'suspended'],
  [ALL_SUBMISSION, ['suspended'], 'reinstate', ['editor'], 'same', 'public'],
  [ALL_SUBMISSION, ANY, 'archive', ['contributor', 'editor'], 'same', 'archived'],
  [ALL_SUBMISSION, ['archived'], 'restore', ['editor'], 'same', 'before'],
  [ALL_SUBMISSION, PUBLICATION_STATES, 'delete', ['editor', 'system'], 'none', 'none'],
];

interface Case {
  submission: SubmissionState;
  publication: PublicationState;
  action: Action;
  by: ActorKind;
}

const cases: Case[] = SUBMISSION_STATES.flatMap((submission) =>
  PUBLICATION_STATES.flatMap((publication) =>
    ACTIONS.flatMap((action) => ACTOR_KINDS.map((by) => ({ submission, publication, action, by }))),
  ),
);

const BEFORE_ARCHIVE: PublicationState = 'suspended';

const lineFor = ({ submission, publication, action, by }: Case): Line | undefined =>
  DESIGN.find(
    ([froms, publications, named, actors]) =>
      named === action &&
      froms.includes(submission) &&
      publications.includes(publication) &&
      actors.includes(by),
  );

const decide = (one: Case, reason: string | null = 'Weil es so ist') =>
  decideTransition({
    action: one.action,
    by: one.by,
    facts: { submission: one.submission, publication: one.publication },
    beforeArchive: BEFORE_ARCHIVE,
    reason,
  });

const nameOf = ({ submission, publication, action, by }: Case) =>
  `${by} ${action} from ${submission}, ${publication}`;

describe('the transition table of moderation', () => {
  test.each(cases.filter(lineFor).map((one) => [nameOf(one), one] as const))('allows: %s', (_name, one) => {
    const [, , , , submission, publication] = lineFor(one) as Line;
    expect(decide(one)).toEqual({
      ok: true,
      to: {
        submission: submission === 'same' ? one.submission : submission,
        publication:
          publication === 'same' ? one.publication : publication === 'before' ? BEFORE_ARCHIVE : publication,
      },
    });
  });

  test.each(ACTOR_KINDS)('a suspension is not lifted by publishing, by %s', (by) => {
    for (const submission of SUBMISSION_STATES)
      expect(decide({ submission, publication: 'suspended', action: 'publish', by })).toEqual({
        ok: false,
        reason: 'suspended',
        from: 'suspended',
      });
  });

  it('refuses everything else, and says why', () => {
    const illegal = cases.filter((one) => !lineFor(one));
    expect(illegal.length).toBeGreaterThan(500);
    for (const one of illegal) {
      const decision = decide(one);
      expect({ name: nameOf(one), ok: decision.ok }).toEqual({ name: nameOf(one), ok: false });
      if (!decision.ok)
        expect(['archived', 'suspended', 'wrong-state', 'not-yours']).toContain(decision.reason);
    }
  });

  test.each([
    ['archived', 'none', 'archived', 'edit', 'contributor'],
    ['wrong-state', 'draft', 'none', 'approve', 'editor'],
    ['wrong-state', 'submitted', 'public', 'edit', 'contributor'],
    ['not-yours', 'submitted', 'public', 'approve', 'contributor'],
    ['not-yours', 'draft', 'public', 'publish', 'system'],
    ['wrong-state', 'none', 'suspended', 'suspend', 'editor'],
  ] as const)(
    'answers %s for submission %s, publication %s, %s by a %s',
    (reason, submission, publication, action, by) => {
      expect(decide({ submission, publication, action, by })).toMatchObject({ ok: false, reason });
    },
  );

  test.each([
    ['request-changes', 'submitted'],
    ['reject', 'submitted'],
    ['suspend', 'none'],
    ['archive', 'none'],
  ] as const)('%s needs a reason, and white space does not count', (action, submission) => {
    expect(needsReason(action)).toBe(true);
    const one: Case = { submission, publication: 'public', action, by: 'editor' };
    expect(decide(one, '  \n')).toMatchObject({ ok: false, reason: 'reason-required' });
    expect(decide(one, null)).toMatchObject({ ok: false, reason: 'reason-required' });
    // Who takes their own entry back owes nobody a reason.
    if (decide({ ...one, by: 'contributor' }).ok)
      expect(decide({ ...one, by: 'contributor' }, null)).toMatchObject({ ok: true });
  });

  it('an action in both tables must be legal in both', () => {
    // Approving is legal for the submission, but the import has suspended what is public.
    expect(
      decide({ submission: 'none', publication: 'suspended', action: 'publish', by: 'system' }),
    ).toMatchObject({ ok: false });
  });

  it('a contributor can take back what waits for the editors, and not change it', () => {
    expect(SUBMISSION_STATES.filter(waitsForEditors)).toEqual(['submitted']);
    for (const submission of WAITING_STATES) {
      const by = (action: Action) => decide({ submission, publication: 'none', action, by: 'contributor' });
      expect(by('withdraw')).toMatchObject({ ok: true });
      expect(by('edit')).toMatchObject({ ok: false });
    }
  });
});
