import { useCallback, useState, type ReactNode } from 'react';
import type { Invitation, Manager } from '@stadtverbund/client';
import { useApp, type App } from '../app-context';
import { AskFirst } from '../ask-first';
import { dayIn } from '../domain/days';
import { useLoaded } from '../loaded';
import { AppForm, Field, PlaceLink, Said, Troubles, WhenLoaded } from '../parts';
import { useSending } from '../sending';

interface Facts {
  readonly name: string;
  readonly managers: readonly Manager[];
  readonly invitations: readonly Invitation[];
  /** The address of who is signed in. */
  readonly own: string;
}

async function factsOf({ city, remember }: Pick<App, 'city' | 'remember'>, business: string): Promise<Facts> {
  const { mine } = city;
  return remember(`people/${business}`, async () => {
    const [name, managers, invitations, { email }] = await Promise.all([
      nameOf(city, business),
      mine.managers(business),
      mine.invitations(business),
      mine.account(),
    ]);
    return { name, managers, invitations, own: email };
  });
}

/** Its name, which is the same in every language that it has. */
async function nameOf({ mine }: App['city'], business: string): Promise<string> {
  const find = (locale: string): Promise<string> =>
    mine.get('businesses', business, { locale }).then(({ data }) => data.name ?? '');
  return find('de').catch(() => find('en'));
}

interface PartProps {
  readonly business: string;
  readonly facts: Facts;
  /** Says what was done, and shows what is the case now. */
  readonly onDone: (said: string) => Promise<void>;
}

interface OneProps extends PartProps {
  readonly manager: Manager;
  readonly isOwner: boolean;
}

function ManagerCard({ business, facts, onDone, manager, isOwner }: OneProps): ReactNode {
  const { words, city, go } = useApp();
  const sending = useSending();
  const { id, username, email, role, since } = manager;
  const isSelf = email === facts.own;
  const remove = (then: () => Promise<void> | void): void =>
    void sending.send(async () => {
      await city.mine.removeManager(business, id);
      await then();
    });
  return (
    <li className="card">
      <h3>
        {username}
        {isSelf && ` (${words.people.you})`}
      </h3>
      <p>{email}</p>
      <p>
        {words.people.roles[role] ?? role}, {words.people.since(dayIn(since, words.dates))}
      </p>
      <Troubles form={id} {...sending} />
      {isSelf ? (
        <AskFirst
          label={words.people.leave}
          question={words.people.leaveAsk}
          yes={words.people.leaveYes}
          no={words.people.keep}
          onYes={() => remove(() => go({ name: 'start' }))}
        />
      ) : (
        isOwner && (
          <AskFirst
            label={words.people.sendAway}
            name={`${words.people.sendAway}: ${username}`}
            question={words.people.sendAwayAsk(username)}
            yes={words.people.sendAwayYes}
            no={words.people.keep}
            onYes={() => remove(() => onDone(words.people.sentAway(username)))}
          />
        )
      )}
    </li>
  );
}

function Managers(props: PartProps): ReactNode {
  const { words } = useApp();
  const { managers, own } = props.facts;
  const isOwner = managers.some(({ email, role }) => email === own && role === 'owner');
  return (
    <section className="section">
      <h2>{words.people.managers}</h2>
      <ul className="cards one">
        {managers.map((manager) => (
          <ManagerCard key={manager.id} {...props} manager={manager} isOwner={isOwner} />
        ))}
      </ul>
    </section>
  );
}

function OpenInvitation({
  business,
  onDone,
  invitation: { id, email, endsAt },
}: PartProps & { readonly invitation: Invitation }): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  const takeBack = (): void =>
    void sending.send(async () => {
      await city.mine.revokeInvitation(business, id);
      await onDone(words.people.takenBack);
    });
  return (
    <li className="card">
      <h3>{email}</h3>
      {typeof endsAt === 'string' && <p>{words.people.until(dayIn(endsAt, words.dates))}</p>}
      <Troubles form={id} {...sending} />
      <button
        type="button"
        className="button plain"
        aria-label={`${words.people.takeBack}: ${email}`}
        onClick={takeBack}
      >
        {words.people.takeBack}
      </button>
    </li>
  );
}

function Invitations(props: PartProps): ReactNode {
  const { words } = useApp();
  const { invitations } = props.facts;
  if (invitations.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.people.open}</h2>
      <ul className="cards one">
        {invitations.map((invitation) => (
          <OpenInvitation key={invitation.id} {...props} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function Invite({ business, onDone }: PartProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['email']);
  // A form that was sent begins again.
  const [sent, setSent] = useState(0);
  const invite = (email: string): void =>
    void sending.send(async () => {
      await city.mine.invite(business, email);
      setSent((before) => before + 1);
      await onDone(words.people.invited(email));
    });
  return (
    <section className="section" key={sent}>
      <h2>{words.people.invite}</h2>
      <p>{words.people.inviteText}</p>
      <AppForm
        name="invite"
        label={words.people.inviteLabel}
        sending={sending}
        onSend={({ email = '' }) => invite(email)}
      >
        <Field name="email" type="email" label={words.email} autoComplete="off" />
      </AppForm>
    </section>
  );
}

/** Who looks after a business, and who was invited to. */
export function People({ business }: { readonly business: string }): ReactNode {
  const { words, city, remember } = useApp();
  const load = useCallback(() => factsOf({ city, remember }, business), [city, remember, business]);
  const { loaded, reload } = useLoaded(load);
  const [said, setSaid] = useState<string>();
  const done = async (sentence: string): Promise<void> => {
    setSaid(sentence);
    await reload();
  };
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(facts) => {
        const part = { business, facts, onDone: done };
        return (
          <>
            <h1 tabIndex={-1}>{words.people.title(facts.name)}</h1>
            <Said>{said}</Said>
            <Managers {...part} />
            <Invitations {...part} />
            <Invite {...part} />
            <p className="aside">
              <PlaceLink to={{ name: 'start' }} className="tall">
                {words.places.start}
              </PlaceLink>
            </p>
          </>
        );
      }}
    </WhenLoaded>
  );
}
