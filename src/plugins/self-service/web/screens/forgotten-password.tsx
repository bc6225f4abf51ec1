import { useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { AppForm, Field, PlaceLink } from '../parts';
import { useSending } from '../sending';
import { MailSent } from './mail-sent';

/** Has a link to a new password mailed; it says the same whether or not there is an account. */
export function ForgottenPassword(): ReactNode {
  const { words, city } = useApp();
  const sending = useSending(['email'], { opens: true });
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined)
    return <MailSent text={words.mailSent.reset(sentTo)} send={() => city.account.forgotPassword(sentTo)} />;
  return (
    <>
      <h1 tabIndex={-1}>{words.forgotten.title}</h1>
      <p className="lead">{words.forgotten.lead}</p>
      <AppForm
        name="password"
        label={words.forgotten.label}
        sending={sending}
        onSend={({ email = '' }) =>
          void sending.send(async () => {
            await city.account.forgotPassword(email);
            setSentTo(email);
          })
        }
      >
        <Field name="email" type="email" label={words.email} autoComplete="email" />
      </AppForm>
      <p className="aside">
        <PlaceLink to={{ name: 'signIn' }} className="tall">
          {words.back}
        </PlaceLink>
      </p>
    </>
  );
}
