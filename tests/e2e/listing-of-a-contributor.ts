import sharp from 'sharp';
import { request, type ContributorAccount } from '../support';

export interface Entered {
  documentId: string;
  /** From `meta.submission`. */
  version: number;
  state: string;
  message: string | null;
}

interface Answer {
  data: { documentId: string };
  meta: { submission: { state: string; version: number; message: string | null } };
}

/** What a contributor does over REST, as the self-service page would. */
export function contributorAt(account: ContributorAccount) {
  const send = async (method: string, path: string, data?: object): Promise<Entered> => {
    const answer = await request<Answer>(`/api/my/businesses${path}`, {
      method,
      token: account.token,
      ...(data ? { body: { data } } : {}),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    const { data: document, meta } = answer.body;
    return { documentId: document.documentId, ...meta.submission };
  };
  return {
    enter: (data: object) => send('POST', '', data),
    change: (id: string, data: object, locale = 'de') => send('PUT', `/${id}?locale=${locale}`, data),
    submit: (id: string) => send('POST', `/${id}/submit`),
    withdraw: (id: string) => send('POST', `/${id}/withdraw`),
    read: (id: string) => send('GET', `/${id}`),
    claim: async (business: string, reason: string): Promise<void> => {
      const answer = await request('/api/my/claims', {
        token: account.token,
        body: { business, reason },
      });
      if (answer.status !== 201) throw new Error(answer.text);
    },
    /** Uploads a picture of one colour. @returns the id of the file */
    upload: async (background: { r: number; g: number; b: number }): Promise<number> => {
      const bytes = await sharp({ create: { width: 480, height: 320, channels: 3, background } })
        .jpeg()
        .toBuffer();
      const form = new FormData();
      form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'laden.jpg');
      const answer = await request<{ data: { id: number }[] }>('/api/my/uploads', {
        token: account.token,
        body: form,
      });
      const [file] = answer.body.data;
      if (!file) throw new Error(answer.text);
      return file.id;
    },
  };
}

/** A complete listing in Dortmund. */
export const listing = (name: string, categories: readonly string[]) => ({
  name,
  summary: 'Wir backen jeden Morgen frisches Brot und Brötchen.',
  description: 'Familienbetrieb in dritter Generation. Alles aus eigener Backstube.',
  categories,
  address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
  location: { latitude: 51.5126, longitude: 7.4661 },
  contact: { phone: '0231 123456', email: 'laden@example.org', website: 'https://example.org' },
  hours: [{ service: 'on-site', rule: 'Mo-Fr 07:00-18:00; Sa 07:00-13:00' }],
  sizeClass: 'micro',
});

/** What everyone gets over REST. */
export async function publicBusiness(documentId: string) {
  const { status, body } = await request<{ data?: { name: string; summary: string } }>(
    `/api/businesses/${documentId}`,
  );
  return { status, name: body.data?.name, summary: body.data?.summary };
}
