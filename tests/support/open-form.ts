import { request, type Answer } from './request';

type Content = Record<string, unknown>;

export interface FormAnswer {
  readonly data: Content;
  readonly meta: {
    readonly formVersion: Record<string, Record<string, string>>;
    readonly merged?: readonly { locale: string; field: string }[];
  };
  readonly error?: {
    readonly message: string;
    readonly details: {
      readonly code: string;
      readonly changes: readonly {
        readonly locale: string;
        readonly field: string;
        readonly conflict: boolean;
        readonly yours: unknown;
        readonly now: unknown;
      }[];
      readonly by: { readonly kind: string; readonly name: string | null; readonly at: string } | null;
    };
  };
}

/** The content manager's form as one editor uses it, calling the routes like the panel: only changes are sent. */
export class OpenForm {
  /** What the form shows. */
  content: Content = {};
  version: FormAnswer['meta']['formVersion'] = {};

  private constructor(
    private readonly path: string,
    private readonly token: string,
    private readonly locale: string | undefined,
  ) {}

  static async open(
    token: string,
    uid: string,
    { documentId, locale }: { documentId?: string; locale?: string } = {},
  ): Promise<OpenForm> {
    const kind = documentId ? `collection-types/${uid}/${documentId}` : `single-types/${uid}`;
    const form = new OpenForm(`/content-manager/${kind}`, token, locale);
    await form.load();
    return form;
  }

  async load(): Promise<void> {
    const { body } = await this.send('GET', this.path);
    this.show(body);
  }

  save(changes: Content): Promise<Answer<FormAnswer>> {
    return this.write('PUT', this.path, changes);
  }

  publish(changes: Content = {}): Promise<Answer<FormAnswer>> {
    return this.write('POST', `${this.path}/actions/publish`, changes);
  }

  discard(): Promise<Answer<FormAnswer>> {
    return this.write('POST', `${this.path}/actions/discard`, {});
  }

  delete(): Promise<Answer<FormAnswer>> {
    return this.write('DELETE', this.path);
  }

  private async write(method: string, path: string, body?: Content): Promise<Answer<FormAnswer>> {
    const answer = await this.send(method, path, body, { 'Form-Version': JSON.stringify(this.version) });
    if (answer.status < 300 && method !== 'DELETE') this.show(answer.body);
    return answer;
  }

  private show({ data, meta }: FormAnswer): void {
    this.content = data;
    this.version = meta.formVersion;
  }

  private send(method: string, path: string, body?: Content, headers: Record<string, string> = {}) {
    const query = this.locale ? `?locale=${this.locale}` : '';
    const withLocale = body && this.locale ? { ...body, locale: this.locale } : body;
    return request<FormAnswer>(`${path}${query}`, {
      method,
      token: this.token,
      headers,
      ...(withLocale ? { body: withLocale } : {}),
    });
  }
}
