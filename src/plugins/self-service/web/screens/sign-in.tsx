import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import { AppForm, Field, PlaceLink } from '../parts';
import { useSending } from '../sending';

const FIELDS = ['identifier', 'password'];

/** @param message why somebody is asked to sign in who was signed in */
export function SignIn({
  message,
  note,
}: {
  readonly message?: string | undefined;
  readonly note?: string;
}): ReactNode {
  const { words, city, settings, signedIn } = useApp();
  const sending = useSending(FIELDS, { opens: true });
  const { signIn } = words;
  return (
    <>
      <h1 tabIndex={-1}>{signIn.title}</h1>
      <p className="lead">{note ?? signIn.lead}</p>
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <AppForm
        name="sign-in"
        label={signIn.label}
        sending={sending}
        onSend={({ identifier = '', password = '' }) =>
          void sending.send(async () => {
            signedIn(await city.account.signIn({ identifier, password }));
          })
        }
      >
        <Field name="identifier" label={signIn.identifier} autoComplete="username" />
        <Field
          name="password"
          type="password"
          label={words.password}
          hint={signIn.stays(settings.sessionDays)}
          autoComplete="current-password"
        />
      </AppForm>
      <p className="aside">
        <PlaceLink to={{ name: 'password' }} className="tall">
          {signIn.forgotten}
        </PlaceLink>
      </p>
      <section className="section">
        <h2>{signIn.new}</h2>
        <p>
          <PlaceLink to={{ name: 'register' }} className="button plain">
            {signIn.register}
          </PlaceLink>
        </p>
      </section>
    </>
  );
}
