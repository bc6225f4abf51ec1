import { join } from 'node:path';
import sharp from 'sharp';
import { runImport } from '#src/import/run-import';
import { addPerson } from '#src/platform/people/people';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { contributorLogin, createContributor, PASSWORD, type ContributorAccount } from './accounts';
import { solvedChallenge } from './challenge';
import { createBusiness, createCategory } from './factories';
import { tokenIn, waitForMail } from './mails';
import { editorActor, moderation } from './moderation';
import { sendForm } from './pages';
import { request } from './request';
import { startedApp } from './started-app';

const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';
const DATA = join(__dirname, '../../data');

interface Answer {
  data: { id: number; documentId: string };
}

/**
 * Somebody whose every word can be told from everybody else's: what they type, upload and are called contains their voice
 * and is found again wherever it went.
 */
export class Canary {
  /** Everything that was said, by what it is. */
  readonly said = new Map<string, string>();
  /** What was said about them by others; it is not theirs to be given. */
  readonly told = new Map<string, string>();
  readonly businesses = new Map<string, string>();
  accountId = 0;
  token = '';
  private numbers = 0;

  /**
   * @param voice letters that begin every word
   * @param digits four digits that begin every number
   */
  constructor(
    readonly voice: string,
    private readonly digits: string,
  ) {}

  get email(): string {
    return this.address('post');
  }

  say(what: string): string {
    const word = `${this.voice}${what}`;
    this.said.set(what, word);
    return word;
  }

  tell(what: string): string {
    const word = `${this.voice}${what}`;
    this.told.set(what, word);
    return word;
  }

  address(what: string): string {
    return `${this.say(what).toLowerCase()}@vogel.example`;
  }

  phone(what: string): string {
    this.numbers += 1;
    const number = `${this.digits}${String(this.numbers).padStart(3, '0')}`;
    this.said.set(what, number);
    return `0231 ${number}`;
  }

  /** All words, in the order in which they were said. */
  get words(): string[] {
    return [...this.said.values(), ...this.told.values()];
  }

  business(name: string): string {
    const documentId = this.businesses.get(name);
    if (!documentId) throw new Error(`There is no business ${name} yet: the flow that makes it comes later.`);
    return documentId;
  }
}

async function send(who: Canary, path: string, body?: object, method = 'POST'): Promise<Answer['data']> {
  const answer = await request<Answer>(path, { method, token: who.token, ...(body ? { body } : {}) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body.data;
}

const approve = (uid: string, documentId: string) =>
  moderation().perform({ uid, documentId, action: 'approve', actor: editorActor() });

async function upload(who: Canary, name: string): Promise<number> {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'olive' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${name}.png`);
  const answer = await request<{ data: { id: number }[] }>('/api/my/uploads', {
    token: who.token,
    body: form,
  });
  const [file] = answer.body.data;
  if (!file) throw new Error(answer.text);
  return file.id;
}

async function makeBusiness(who: Canary, name: string, more: object = {}): Promise<string> {
  const { documentId } = await send(who, '/api/my/businesses', {
    data: {
      name: who.say(name),
      summary: 'Kaffee',
      categories: [(await createCategory()).documentId],
      address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
      contact: { phone: '0231 123456' },
      hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00' }],
      sizeClass: 'micro',
      ...more,
    },
  });
  who.businesses.set(name, documentId);
  return documentId;
}

async function publish(who: Canary, collection: string, uid: string, documentId: string): Promise<void> {
  await send(who, `/api/my/${collection}/${documentId}/submit`);
  await approve(uid, documentId);
}

const addMember = (business: string, user: number, role: 'owner' | 'manager' = 'owner') =>
  startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user, role, since: new Date().toISOString() } });

let host: { account: ContributorAccount; business: string } | undefined;

/** Somebody else's business, to which everyone is invited. */
async function hosted(): Promise<{ account: ContributorAccount; business: string }> {
  if (host) return host;
  const [account, { documentId: business }] = [await createContributor(), await createBusiness()];
  await addMember(business, account.id);
  host = { account, business };
  return host;
}

/**
 * Everything that people do and that leaves something of them, in this order. Who adds a feature adds what people do with
 * it here: with `who.say(…)` for every name, address and text that they give. The proof by dump
 * (tests/integration/platform/erasure.test.ts) then holds for it, too.
 */
export const PERSONAL_FLOWS: Readonly<Record<string, (who: Canary) => Promise<unknown>>> = {
  async 'an account'(who) {
    const body = { username: who.say('name'), email: who.email, password: PASSWORD };
    const registered = await request('/api/auth/local/register', { body });
    if (registered.status !== 200) throw new Error(registered.text);
    const token = tokenIn(await waitForMail(who.email));
    await request(`/api/links/${token}/confirm`, { body: {} });
    who.token = await contributorLogin(who.email);
    const [row] = await sqlOf(startedApp().strapi)<{ id: number }>(
      'select id from up_users where email = :email',
      { email: who.email },
    );
    who.accountId = row?.id ?? 0;
  },
  async 'an invitation from somebody'(who) {
    const { account, business } = await hosted();
    const body = { email: who.email };
    const invited = await request(`/api/my/businesses/${business}/invitations`, {
      token: account.token,
      body,
    });
    if (invited.status !== 201) throw new Error(invited.text);
    const mail = await waitForMail(who.email, ({ subject }) => subject.includes('inlad'));
    const accepted = await request(`/api/links/${tokenIn(mail)}/accept`, { body: {} });
    if (accepted.status !== 200) throw new Error(accepted.text);
  },
  'a forgotten password': (who) => request('/api/auth/forgot-password', { body: { email: who.email } }),
  async 'a business with a picture'(who) {
    const image = await upload(who, who.say('bild'));
    const documentId = await makeBusiness(who, 'laden', {
      summary: who.say('kurz'),
      description: who.say('lang'),
      address: { street: who.say('gasse'), houseNumber: '1', postcode: '44137', place: 'Dortmund' },
      contact: {
        phone: who.phone('telefon'),
        email: who.address('kontakt'),
        website: `https://${who.say('seite').toLowerCase()}.example`,
      },
      photos: [{ image, alternativeText: who.say('ansicht'), credit: who.say('urheberin') }],
      syndicationConsent: true,
    });
    await publish(who, 'businesses', BUSINESS, documentId);
  },
  async 'an offer'(who) {
    const { documentId } = await send(who, '/api/my/offers', {
      data: { business: who.business('laden'), kind: 'delivery', title: who.say('angebot') },
    });
    await publish(who, 'offers', OFFER, documentId);
  },
  'a change that is not submitted': (who) =>
    send(
      who,
      `/api/my/businesses/${who.business('laden')}`,
      { data: { description: who.say('aenderung') } },
      'PUT',
    ),
  'a draft that nobody has seen': (who) => makeBusiness(who, 'entwurf'),
  'a picture that nothing shows': (who) => upload(who, who.say('probe')),
  async 'a suspended business'(who) {
    const documentId = await makeBusiness(who, 'gesperrt', { description: who.say('stein') });
    await publish(who, 'businesses', BUSINESS, documentId);
    const reason = `Bitte ändern Sie „${who.tell('tadel')}“.`;
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action: 'suspend',
      actor: editorActor(),
      reason,
    });
  },
  async 'a business from a source'(who) {
    const externalId = who.say('quelle').toLowerCase();
    await runImport(
      startedApp().strapi,
      'business',
      [
        {
          ok: true,
          record: {
            type: 'business',
            source: { system: 'probe', externalId },
            name: who.say('import'),
            categories: ['shop/bakery'],
            address: { street: 'Betenstraße', houseNumber: '2', postcode: '44137', place: 'Dortmund' },
            location: { latitude: 51.5126, longitude: 7.4661 },
            contact: { email: who.address('herkunft') },
            hours: [],
            chain: false,
            attribution: { text: '© Probe' },
            offers: [],
          },
          notes: [],
        },
      ],
      { dataDir: DATA },
    );
    const [row] = await sqlOf(startedApp().strapi)<{ id: string }>(
      'select document_id as id from stadtverbund.import_ledger where external_id = :externalId',
      { externalId },
    );
    who.businesses.set('import', row?.id ?? '');
    await addMember(who.business('import'), who.accountId);
  },
  'an invitation to somebody': (who) =>
    send(who, `/api/my/businesses/${who.business('laden')}/invitations`, { email: who.address('gast') }),
  async 'something without an account'(who) {
    const sql = sqlOf(startedApp().strapi);
    const personId = await addPerson(sql, {
      email: who.email,
      name: who.say('buergerin'),
      phone: who.phone('mobil'),
      locale: 'de',
      purpose: 'test',
      deleteAfter: '2027-01-01',
    });
    const expiresAt = new Date('2027-01-01');
    await newLink(sql, { purpose: 'test', subject: personId, personId, expiresAt });
  },
  async 'a report of something illegal'(who) {
    const { documentId } = await createBusiness();
    const body = {
      ground: 'illegal',
      contentType: 'business',
      documentId,
      explanation: `Hier wird „${who.say('vorwurf')}“ behauptet, was nicht stimmt.`,
      law: who.say('norm'),
      name: who.say('melderin'),
      email: who.email,
      goodFaith: true,
      altcha: await solvedChallenge(),
    };
    const answer = await request('/api/reports', { body });
    if (answer.status !== 201) throw new Error(answer.text);
  },
  async 'a claim to a business'(who) {
    const { documentId: business } = await createBusiness();
    await send(who, '/api/my/claims', { business, reason: `Ich habe „${who.say('anspruch')}“ gegründet.` });
  },
  'another address that waits': (who) =>
    send(who, '/api/my/account/email', { email: who.address('umzug'), password: PASSWORD }, 'PUT'),
  'a copy of all data': (who) => send(who, '/api/my/account/export'),
  async 'a wish to be deleted'(who) {
    await send(who, '/api/my/account/deletion', { password: PASSWORD, listings: 'leave' });
    const { status } = await request('/api/my/account/deletion', { method: 'DELETE', token: who.token });
    if (status !== 204) throw new Error(`The deletion is not taken back: ${status}`);
  },
  async 'a question by mail'(who) {
    const { status } = await sendForm('/datenschutz/auskunft', {
      email: who.email,
      altcha: await solvedChallenge(),
    });
    if (status !== 303) throw new Error(`The question was answered with ${status}.`);
  },
};
