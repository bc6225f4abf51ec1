import type { ReactNode } from 'react';
import { mailUrl } from '#src/domain/mail-url';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { addressLines, Lines, PhoneLink, type Line } from '../listing/contact';
import { one, shortAddress, text, webAddress, type Entry } from '../listing/read-facts';

const lines = (value: string): ReactNode => <span className="lines">{value}</span>;

/** A fact with its label; nothing where it is not said. */
export function line(label: string, value: ReactNode | undefined): Line[] {
  return value === undefined || value === '' ? [] : [{ label, value }];
}

const phone = (number: string | undefined): ReactNode | undefined =>
  number === undefined ? undefined : <PhoneLink number={number} />;

const mail = (address: string | undefined): ReactNode | undefined =>
  address === undefined ? undefined : <a href={mailUrl(address)}>{address}</a>;

/** Who runs the website. */
export function operatorLines(operator: Entry | undefined, language: Language): Line[] {
  const { labels } = CATALOGUES[language].lawPages;
  const address = addressLines(one(operator, 'address'));
  return [
    ...line(labels.operator, text(operator, 'operatorName')),
    ...line(labels.representedBy, text(operator, 'representedBy')),
    ...line(labels.address, address.length > 0 ? lines(address.join('\n')) : undefined),
    ...line(labels.phone, phone(text(operator, 'phone'))),
    ...line(labels.email, mail(text(operator, 'email'))),
  ];
}

/** An authority, and how one reaches it. */
export function Body({ body, language }: { body: Entry | undefined; language: Language }): ReactNode {
  const { labels } = CATALOGUES[language].lawPages;
  const name = text(body, 'bodyName');
  const address = text(body, 'postalAddress');
  const url = webAddress(body, 'url');
  return (
    <>
      {name && (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      <Lines
        lines={[
          ...line(labels.address, address && lines(address)),
          ...line(labels.phone, phone(text(body, 'phone'))),
          ...line(labels.email, mail(text(body, 'email'))),
          ...line(
            labels.website,
            url && (
              <a href={url} rel="noopener">
                {shortAddress(url)}
              </a>
            ),
          ),
        ]}
      />
    </>
  );
}

/** What somebody has written in lines and paragraphs. */
export const Written = ({ value }: { value: string | undefined }): ReactNode =>
  value
    ?.trim()
    .split(/\n{2,}/)
    .map((paragraph, at) => (
      <p key={at} className="text">
        {paragraph}
      </p>
    ));

/** A part of a page below its heading. */
export const Part = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <section className="section">
    <h2>{title}</h2>
    {children}
  </section>
);

export { mail, phone };
