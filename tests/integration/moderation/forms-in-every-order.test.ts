import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  logOf,
  OpenForm,
  request,
  startedApp,
  type ContributorAccount,
} from '../../support';
import { onDatabase } from '../../support/test-cluster';

// Two editors and a contributor on one document, in every order of their steps: 60 orders, or 210 with FORM_ORDERS=all,
// where the contributor's change and its submission are separate steps.
const EVERY = process.env['FORM_ORDERS'] === 'all';

const BUSINESS = 'api::business.business';
const FIELDS = ['summary', 'description'] as const;

type Field = (typeof FIELDS)[number];
type Content = Record<Field, string>;
type Who = 'renate' | 'jonas' | 'baker';

const SCRIPTS: Readonly<Record<Who, readonly string[]>> = {
  renate: ['open', 'save', 'publish'],
  jonas: ['open', 'publish with a change'],
  baker: EVERY ? ['change', 'submit'] : ['change and submit'],
};

/** Who changes what: all the same field, the contributor a different one, or each editor a different one. */
const VARIANTS: readonly Readonly<Record<Who, Field>>[] = [
  { renate: 'summary', jonas: 'summary', baker: 'summary' },
  { renate: 'summary', jonas: 'summary', baker: 'description' },
  { renate: 'summary', jonas: 'description', baker: 'summary' },
];

/** Every interleaving that keeps each person's steps in order. */
function orders(left: Readonly<Record<Who, number>>): Who[][] {
  const able = (Object.keys(left) as Who[]).filter((who) => left[who] > 0);
  if (able.length === 0) return [[]];
  return able.flatMap((who) => orders({ ...left, [who]: left[who] - 1 }).map((rest) => [who, ...rest]));
}

const tokens = { renate: '', jonas: '' };
let baker: ContributorAccount;
let category: string;

const contentOf = (row: Readonly<Record<string, unknown>>): Content => ({
  summary: String(row.summary),
  description: String(row.description),
});

async function stored(documentId: string, status: 'draft' | 'published'): Promise<Content> {
  const row = await startedApp().strapi.documents(BUSINESS).findOne({ documentId, status });
  return contentOf(row ?? {});
}

/** One document, its state in the model, and what each of the three has seen of it. */
class Play {
  draft: Content;
  shown: Content;
  submitted: Content | null = null;
  seen = new Map<Who, Content>();
  private readonly forms = new Map<Who, OpenForm>();
  private bakersTag = '';
  /** Whether the baker has changed something that nobody has published since. */
  private hasBakersWork = false;

  constructor(
    private readonly documentId: string,
    content: Content,
    private readonly fields: Readonly<Record<Who, Field>>,
  ) {
    this.draft = content;
    this.shown = content;
    this.seen.set('baker', content);
  }

  async step(who: Who, what: string): Promise<void> {
    const change = { [this.fields[who]]: `${who}: ${what}` };
    if (who === 'baker') await this.bakers(what, change);
    else if (what === 'open') await this.open(who);
    else await this.write(who, what, what === 'publish' ? {} : change);
    expect({
      draft: await stored(this.documentId, 'draft'),
      shown: await stored(this.documentId, 'published'),
    }).toEqual({ draft: this.draft, shown: this.shown });
  }

  private async open(who: 'renate' | 'jonas'): Promise<void> {
    const form = await OpenForm.open(tokens[who], BUSINESS, { documentId: this.documentId });
    this.forms.set(who, form);
    this.seen.set(who, contentOf(form.content));
  }

  private async write(who: 'renate' | 'jonas', what: string, change: Partial<Content>): Promise<void> {
    const form = this.forms.get(who);
    if (!form) throw new Error(`${who} has no form open.`);
    const send = () => (what === 'save' ? form.save(change) : form.publish(change));
    let answer = await send();
    if (answer.status === 409) {
      expect(answer.body.error?.details.code).toBe('changed-meanwhile');
      // The refusal shows the current state of what she has not seen.
      const seen = this.seen.get(who) as Content;
      for (const { field, now } of answer.body.error?.details.changes ?? []) {
        expect(now).toBe(this.draft[field as Field]);
        expect(seen[field as Field]).not.toBe(this.draft[field as Field]);
      }
      expect(await stored(this.documentId, 'draft')).toEqual(this.draft);
      expect(await stored(this.documentId, 'published')).toEqual(this.shown);
      await form.load();
      this.seen.set(who, contentOf(form.content));
      answer = await send();
    }
    expect({ who, what, status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
    await this.accepted(who, what, change, form);
  }

  private async accepted(who: Who, what: string, change: Partial<Content>, form: OpenForm): Promise<void> {
    const seen = this.seen.get(who) as Content;
    // Nothing accepted is overwritten by someone who has not seen it.
    for (const field of Object.keys(change) as Field[]) expect(seen[field]).toBe(this.draft[field]);
    this.draft = { ...this.draft, ...change };
    if (what !== 'save') {
      // Nothing becomes public that the person publishing has not seen.
      expect({ ...seen, ...change }).toEqual(this.draft);
      this.shown = this.draft;
      this.hasBakersWork = false;
      await this.expectTrueLog();
    }
    this.seen.set(who, this.draft);
    expect(contentOf(form.content)).toEqual(this.draft);
  }

  private async expectTrueLog(): Promise<void> {
    const line = (await logOf(this.documentId)).at(-1);
    const { submitted } = this;
    this.submitted = null;
    if (!submitted) {
      expect(line?.action).toBe('publish');
      return;
    }
    const changed = FIELDS.filter((field) => submitted[field] !== this.draft[field]);
    expect(line).toMatchObject({ action: 'approve', via: 'content-manager' });
    const { changedByEditors } = line?.details as { changedByEditors?: { field: string }[] };
    expect(changedByEditors?.map(({ field }) => field).sort()).toEqual([...changed].sort());
  }

  private async bakers(what: string, change: Partial<Content>): Promise<void> {
    const mine = `/api/my/businesses/${this.documentId}`;
    const put = () =>
      request(mine, {
        method: 'PUT',
        token: baker.token,
        body: { data: change },
        headers: { 'If-Match': this.bakersTag },
      });
    if (what !== 'submit') {
      let answer = this.bakersTag ? await put() : null;
      if (answer === null || answer.status === 412) {
        const now = await request<{ data: Content }>(mine, { token: baker.token });
        this.seen.set('baker', contentOf({ ...now.body.data }));
        this.bakersTag = now.headers.get('etag') ?? '';
        answer = await put();
      }
      expect({ text: answer.text, status: answer.status }).toMatchObject({ status: 200 });
      expect(this.seen.get('baker')).toEqual(this.draft);
      this.bakersTag = answer.headers.get('etag') ?? '';
      this.draft = { ...this.draft, ...change };
      this.hasBakersWork = true;
      this.seen.set('baker', this.draft);
    }
    if (what === 'change') return;
    const { status } = await request(`${mine}/submit`, { method: 'POST', token: baker.token });
    // An editor may have published the change before it was submitted. Then there is nothing to submit, even if an
    // editor has saved something since, which is not the baker's.
    expect(status).toBe(this.hasBakersWork ? 200 : 409);
    if (status === 200) this.submitted = this.draft;
  }
}

async function play(order: readonly Who[], fields: Readonly<Record<Who, Field>>): Promise<void> {
  const content = { summary: 'Brot', description: 'Sauerteig' };
  const { documentId } = await createBusiness({
    ...content,
    categories: [category],
    sizeClass: 'micro',
    contact: { phone: '0231 123456' },
  });
  await createDocument(
    'api::membership.membership',
    { business: documentId, user: baker.id, role: 'owner', since: new Date().toISOString() },
    { published: false },
  );
  const stage = new Play(documentId, content, fields);
  const turn = { renate: 0, jonas: 0, baker: 0 };
  for (const who of order) {
    await stage.step(who, SCRIPTS[who][turn[who]] ?? '');
    turn[who] += 1;
  }
}

beforeAll(async () => {
  await createCityProfile();
  category = (await createCategory()).documentId;
  tokens.renate = (await createAdmin({ role: 'redaktion' })).token;
  tokens.jonas = (await createAdmin({ role: 'redaktion' })).token;
});

const ALL = orders({
  renate: SCRIPTS.renate.length,
  jonas: SCRIPTS.jonas.length,
  baker: SCRIPTS.baker.length,
});

it('all orders are covered', () => {
  expect(ALL).toHaveLength(EVERY ? 210 : 60);
  expect(new Set(ALL.map((order) => order.join())).size).toBe(ALL.length);
});

it.each(VARIANTS)(
  'renate changes $renate, jonas $jonas, the baker $baker: nothing is lost, published unseen, or told untruly',
  async (fields) => {
    const variant = VARIANTS.indexOf(fields);
    const mine = EVERY ? ALL : ALL.filter((_order, at) => at % VARIANTS.length === variant);
    for (const order of mine) {
      // A sign-in lasts ten minutes, all orders take longer; and one address may not sign in this often.
      await onDatabase(startedApp().databaseUrl, 'truncate stadtverbund.rate_limit');
      baker = await createContributor();
      try {
        await play(order, fields);
      } catch (error) {
        throw new Error(`In the order ${order.join(', ')}`, { cause: error });
      }
    }
  },
  1_200_000,
);
