import { useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { AppForm, Field, PlaceLink } from '../parts';
import { useSending } from '../sending';
import { MailSent } from './mail-sent';

const FIELDS = ['username', 'email', 'password'];

/** Creates an account; the mail that confirms it follows. */
export function Register(): ReactNode {
  const { words, city, settings } = useApp();
  const sending = useSending(FIELDS, { opens: true });
  const [sentTo, setSentTo] = useState<string>();
  const { register } = words;
  if (sentTo !== undefined)
    return (
      <MailSent text={words.mailSent.registered(sentTo)} send={() => city.account.sendConfirmation(sentTo)} />
    );
  return (
    <>
      <h1 tabIndex={-1}>{register.title}</h1>
      <p className="lead">{register.lead}</p>
      <AppForm
        name="register"
        label={register.label}
        sending={sending}
        onSend={({ username = '', email = '', password = '' }) =>
          void sending.send(async () => {
            await city.account.register({ username, email, password, locale: settings.language });
            setSentTo(email);
          })
        }
      >
        <Field name="username" label={register.username} hint={register.usernameHint} autoComplete="name" />
        <Field name="email" type="email" label={words.email} hint={register.emailHint} autoComplete="email" />
        <Field
          name="password"
          type="password"
          label={words.password}
          hint={register.passwordHint}
          autoComplete="new-password"
        />
      </AppForm>
      <p className="aside row">
        <span>
          {register.known}{' '}
          <PlaceLink to={{ name: 'signIn' }} className="tall">
            {words.signIn.label}
          </PlaceLink>
        </span>
        {settings.links['privacy'] && (
          <a className="tall" href={settings.links['privacy']}>
            {register.privacy}
          </a>
        )}
      </p>
    </>
  );
}
