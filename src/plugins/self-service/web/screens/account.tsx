import { useCallback, useState, type ReactNode } from 'react';
import type { OwnAccount, OwnExport, OwnSession } from '@stadtverbund/client';
import { useApp } from '../app-context';
import type { City } from '../city';
import { dayIn } from '../domain/days';
import { useLoaded } from '../loaded';
import { Act, AppForm, Field, Said, Troubles, WhenLoaded } from '../parts';
import { useSending } from '../sending';

interface Facts {
  readonly account: OwnAccount;
  readonly sessions: readonly OwnSession[];
  readonly export: OwnExport | null;
}

async function factsOf({ mine }: City): Promise<Facts> {
  const [account, sessions, copy] = await Promise.all([mine.account(), mine.sessions(), mine.export()]);
  return { account, sessions, export: copy };
}

interface PartProps {
  readonly facts: Facts;
  readonly reload: () => Promise<void>;
}

function NameAndLanguage({ facts, reload }: PartProps): ReactNode {
  const { words, city, account, signedIn } = useApp();
  const sending = useSending(['username', 'language']);
  const [isSaved, setIsSaved] = useState(false);
  const save = async (username: string, language: string): Promise<void> => {
    setIsSaved(false);
    const isDone = await sending.send(async () => {
      const changed = await city.mine.changeAccount({ username, language });
      signedIn({ documentId: account, username: changed.username });
      await reload();
    });
    setIsSaved(isDone);
  };
  return (
    <section className="section">
      <AppForm
        name="account"
        label={words.account.save}
        sending={sending}
        onSend={({ username = '', language = '' }) => void save(username, language)}
      >
        <Field
          name="username"
          label={words.account.username}
          hint={words.register.usernameHint}
          autoComplete="name"
          defaultValue={facts.account.username}
        />
        <div className="field">
          <label htmlFor="account-language">{words.account.language}</label>
          <select id="account-language" name="language" defaultValue={facts.account.language}>
            <option value="de" lang="de">
              Deutsch
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </div>
      </AppForm>
      <Said>{isSaved ? words.account.saved : undefined}</Said>
    </section>
  );
}

function Address({ facts, reload }: PartProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['email', 'password']);
  const { email, newEmail } = facts.account;
  return (
    <section className="section">
      <h2>{words.account.email}</h2>
      <p>{words.account.emailNow(email)}</p>
      <Said>{newEmail ? words.account.emailWaits(newEmail) : undefined}</Said>
      <AppForm
        name="address"
        label={words.account.changeEmail}
        sending={sending}
        onSend={({ email: wanted = '', password = '' }) =>
          void sending.send(async () => {
            await city.mine.changeEmail(wanted, password);
            await reload();
          })
        }
      >
        <Field name="email" type="email" label={words.account.newEmail} autoComplete="email" />
        <Field
          name="password"
          type="password"
          label={words.account.currentPassword}
          autoComplete="current-password"
        />
      </AppForm>
    </section>
  );
}

function Password(): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['currentPassword', 'password']);
  const [isChanged, setIsChanged] = useState(false);
  const change = async (currentPassword: string, password: string): Promise<void> => {
    const body = { currentPassword, password, passwordConfirmation: password };
    setIsChanged(
      await sending.send(async () => {
        await city.account.connection.json('POST', '/api/auth/change-password', { body });
      }),
    );
  };
  return (
    <section className="section">
      <h2>{words.account.password}</h2>
      <AppForm
        name="change"
        label={words.account.changePassword}
        sending={sending}
        onSend={({ currentPassword = '', password = '' }) => void change(currentPassword, password)}
      >
        <Field
          name="currentPassword"
          type="password"
          label={words.account.currentPassword}
          autoComplete="current-password"
        />
        <Field
          name="password"
          type="password"
          label={words.account.newPassword}
          hint={words.register.passwordHint}
          autoComplete="new-password"
        />
      </AppForm>
      <Said>{isChanged ? words.account.passwordChanged : undefined}</Said>
    </section>
  );
}

function Sessions({ facts, reload }: PartProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  const [isEnded, setIsEnded] = useState(false);
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    setIsEnded(
      await sending.send(async () => {
        await work();
        await reload();
      }),
    );
  };
  const nameOf = ({ current, device }: OwnSession): string =>
    device ?? (current ? words.account.thisDevice : words.account.otherDevice);
  return (
    <section className="section">
      <h2>{words.account.sessions}</h2>
      <Troubles form="sessions" {...sending} />
      <ul className="cards one">
        {facts.sessions.map((session) => (
          <li key={session.id} className="card">
            <h3>{nameOf(session)}</h3>
            <p>
              {session.current
                ? words.account.thisDevice
                : words.account.lastUsed(dayIn(session.lastUsedAt, words.dates))}
            </p>
            {!session.current && (
              <Act
                label={words.account.endSession}
                name={words.account.endSessionNamed(nameOf(session))}
                kind="plain"
                onAct={() => void end(() => city.mine.endSession(session.id))}
              />
            )}
          </li>
        ))}
      </ul>
      <Said>{isEnded ? words.account.ended : undefined}</Said>
      {facts.sessions.length > 2 && (
        <p className="aside">
          <Act
            label={words.account.endOthers}
            kind="plain"
            onAct={() => void end(() => city.mine.endOtherSessions())}
          />
        </p>
      )}
    </section>
  );
}

/** Hands a file to the browser, which saves it. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

function Data({ facts, reload }: PartProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending();
  const copy = facts.export;
  const ask = (): void =>
    void sending.send(async () => {
      await city.mine.askForExport();
      await reload();
    });
  const download = (): void => void sending.send(async () => save(await city.mine.exportFile(), 'konto.zip'));
  return (
    <section className="section">
      <h2>{words.account.data}</h2>
      <p>{words.account.dataText}</p>
      <Troubles form="data" {...sending} />
      <Said>{copy?.state === 'making' ? words.account.exportMaking : undefined}</Said>
      {copy?.state === 'ready' && (
        <>
          <p>{words.account.exportReady(dayIn(copy.endsAt, words.dates))}</p>
          <Act label={words.account.download} onAct={download} />
        </>
      )}
      {copy === null && <Act label={words.account.askExport} kind="plain" onAct={ask} />}
    </section>
  );
}

function Deletion({ facts, reload }: PartProps): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['password']);
  const { deletion } = facts.account;
  const ask = (password: string, listings: 'leave' | 'remove'): void =>
    void sending.send(async () => {
      await city.mine.askForDeletion({ password, listings });
      await reload();
    });
  const keep = (): void =>
    void sending.send(async () => {
      await city.mine.takeBackDeletion();
      await reload();
    });
  return (
    <section className="section">
      <h2>{words.account.deletion}</h2>
      {deletion ? (
        <>
          <Troubles form="deletion" {...sending} />
          <p className="notice">{words.account.deletionDue(dayIn(deletion.dueAt, words.dates))}</p>
          <Act label={words.account.keep} onAct={keep} />
        </>
      ) : (
        <>
          <p>{words.account.deletionText}</p>
          <AppForm
            name="deletion"
            label={words.account.askDeletion}
            kind="danger"
            sending={sending}
            onSend={({ password = '', remove }) => ask(password, remove === 'yes' ? 'remove' : 'leave')}
          >
            <Field
              name="password"
              type="password"
              label={words.account.currentPassword}
              autoComplete="current-password"
            />
            <div className="field check">
              <input
                id="deletion-remove"
                name="remove"
                type="checkbox"
                value="yes"
                aria-describedby="deletion-hint"
              />
              <label htmlFor="deletion-remove">{words.account.remove}</label>
              <p className="hint" id="deletion-hint">
                {words.account.removeHint}
              </p>
            </div>
          </AppForm>
        </>
      )}
    </section>
  );
}

function SignOut(): ReactNode {
  const { words, city, signedOut, go } = useApp();
  const sending = useSending();
  return (
    <section className="section">
      <Troubles form="sign-out" {...sending} />
      <Act
        label={words.account.signOut}
        kind="plain"
        onAct={() =>
          void sending.send(async () => {
            await city.account.signOut();
            signedOut();
            go({ name: 'start' });
          })
        }
      />
    </section>
  );
}

/** The account itself. */
export function Account(): ReactNode {
  const { words, city } = useApp();
  const load = useCallback(() => factsOf(city), [city]);
  const { loaded, reload } = useLoaded(load);
  return (
    <>
      <h1 tabIndex={-1}>{words.account.title}</h1>
      <WhenLoaded loaded={loaded} reload={reload}>
        {(facts) => (
          <>
            <SignOut />
            <NameAndLanguage facts={facts} reload={reload} />
            <Address facts={facts} reload={reload} />
            <Password />
            <Sessions facts={facts} reload={reload} />
            <Data facts={facts} reload={reload} />
            <Deletion facts={facts} reload={reload} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}
