import { useState, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { Act, PlaceLink, Said, Troubles } from '../parts';
import { useSending } from '../sending';

/**
 * Says that a mail is on its way.
 * @param send sends it again
 */
export function MailSent({
  text,
  send,
}: {
  readonly text: string;
  readonly send: () => Promise<void>;
}): ReactNode {
  const { words } = useApp();
  const sending = useSending();
  const [isSentAgain, setIsSentAgain] = useState(false);
  const sendAgain = async (): Promise<void> => {
    setIsSentAgain(false);
    setIsSentAgain(await sending.send(send));
  };
  return (
    <>
      <h1 tabIndex={-1}>{words.mailSent.title}</h1>
      <p className="notice done">{text}</p>
      <p>{words.mailSent.nothing}</p>
      <Troubles form="mail-sent" {...sending} />
      <Said>{isSentAgain ? words.mailSent.sentAgain : undefined}</Said>
      <p className="row">
        <PlaceLink to={{ name: 'start' }} className="button">
          {words.mailSent.toSignIn}
        </PlaceLink>
        <Act label={words.mailSent.again} kind="plain" onAct={() => void sendAgain()} />
      </p>
    </>
  );
}
