import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ApiDescription } from '#src/reading/openapi/build-document';

type Node = Record<string, unknown>;

/** One request and its answer, as sent over the wire. */
export interface Exchange {
  readonly method: string;
  /** With its query */
  readonly path: string;
  /** What was sent as JSON; undefined if nothing was, or something else */
  readonly sent?: unknown;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Described {
  readonly path: string;
  readonly pattern: RegExp;
  readonly operations: Readonly<Record<string, Node>>;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same schema, in which an object has only the properties that are described, and references lead into `id`. */
function closed(schema: unknown, id: string): unknown {
  if (Array.isArray(schema)) return schema.map((item) => closed(item, id));
  if (!isNode(schema)) return schema;
  // ajv follows the property alone.
  if (isNode(schema.discriminator) && 'mapping' in schema.discriminator)
    return closed({ ...schema, discriminator: { propertyName: schema.discriminator.propertyName } }, id);
  const inner = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string' ? value.replace(/^#/, `${id}#`) : closed(value, id),
    ]),
  );
  const isObject = isNode(schema.properties) && schema.type !== undefined;
  return isObject && !('additionalProperties' in schema) ? { ...inner, additionalProperties: false } : inner;
}

const ID = 'stadtverbund:openapi';

const literal = (path: string): string => path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const mediaType = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';

/** Compares what goes over the wire with the OpenAPI document: whatever it does not describe is a fault. */
export class DescribedApi {
  private readonly ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    discriminator: true,
    formats: { binary: true },
  });
  private readonly paths: readonly Described[];
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly document: Node;

  constructor(document: ApiDescription) {
    // In the realm of the test.
    this.document = JSON.parse(JSON.stringify(document)) as Node;
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: ID, components: closed(this.document.components, ID) });
    this.paths = Object.entries(this.document.paths as Record<string, Record<string, Node>>)
      .map(([path, operations]) => ({
        path,
        operations,
        pattern: new RegExp(`^${literal(path).replace(/\{\w+\}/g, '([^/]+)')}$`),
      }))
      // `{slug}.vcf` before `{slug}`, `/claims` before `/{documentId}`
      .sort((one, other) => weightOf(other.path) - weightOf(one.path));
  }

  /** The description of a path; `undefined` if there is none. */
  pathOf(path: string): Described | undefined {
    const plain = path.split('?')[0] ?? '';
    return this.paths.find(({ pattern }) => pattern.test(plain));
  }

  /** What of an exchange the document does not say; none if all is described. */
  faultsOf(exchange: Exchange): string[] {
    const { method, path, status } = exchange;
    // The head of what GET answers, or nothing.
    if (method === 'HEAD') return [];
    const described = this.pathOf(path);
    const operation = described?.operations[method.toLowerCase()];
    const where = `${method} ${described?.path ?? path} → ${status}`;
    // No route, or none for the caller, which is said in the form of any refusal.
    if (!operation && status >= 400) return this.bodyFaults(where, exchange, refusal);
    if (!operation) return [`${where}: no such operation is described`];
    const faults = this.answerFaults(where, exchange, operation);
    return status < 300 ? [...faults, ...this.requestFaults(where, exchange, operation)] : faults;
  }

  private answerFaults(where: string, exchange: Exchange, operation: Node): string[] {
    const responses = operation.responses as Record<string, Node>;
    const response = this.resolved(responses[String(exchange.status)]);
    if (!response) return [`${where}: this status is not described: ${exchange.text.slice(0, 200)}`];
    const headers = Object.entries((response.headers ?? {}) as Record<string, Node>).flatMap(
      ([name, reference]) => {
        const { required, schema } = this.resolved(reference) ?? {};
        const value = exchange.headers.get(name);
        if (value === null) return required === true ? [`${where}: there is no header ${name}`] : [];
        const typed = isNode(schema) && schema.type === 'integer' ? Number(value) : value;
        return this.problems(`${where} ${name}`, schema as Node, typed);
      },
    );
    return [...headers, ...this.bodyFaults(where, exchange, response)];
  }

  private bodyFaults(where: string, { headers, text }: Exchange, response: Node): string[] {
    const content = response.content as Record<string, { schema: Node }> | undefined;
    if (!content) return text === '' ? [] : [`${where}: no body is described: ${text.slice(0, 200)}`];
    const type = mediaType(headers);
    const described = content[type];
    if (!described) return [`${where}: ${type || 'no type'} is not described`];
    return bodiesOf(type, text).flatMap((body) => this.problems(`${where} ${type}`, described.schema, body));
  }

  private requestFaults(where: string, { path, sent }: Exchange, operation: Node): string[] {
    const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
    const named = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
    const asked = [...new URLSearchParams(path.split('?')[1] ?? '').keys()].map(
      (key) => key.split('[')[0] ?? '',
    );
    const unknown = asked
      .filter((name) => !named.has(name))
      .map((name) => `${where}: the parameter ${name} is not described`);
    if (sent === undefined) return unknown;
    const body = operation.requestBody as { content?: Record<string, { schema: Node }> } | undefined;
    const schema = body?.content?.['application/json']?.schema;
    if (!schema) return [...unknown, `${where}: no body in JSON is described`];
    return [...unknown, ...this.problems(`${where} request`, schema, sent)];
  }

  private resolved(node: Node | undefined): Node | undefined {
    if (typeof node?.$ref !== 'string') return node;
    return node.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (at as Node)[name], this.document) as Node;
  }

  private problems(where: string, schema: Node, value: unknown): string[] {
    const key = JSON.stringify(schema);
    const validate = this.compiled.get(key) ?? this.ajv.compile(closed(schema, ID) as object);
    this.compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${where}: ${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }
}

const refusal = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } };

const weightOf = (path: string): number => path.replace(/\{\w+\}/g, '').length - path.split('{').length;

const bodiesOf = (type: string, text: string): unknown[] => {
  if (type === 'application/x-ndjson')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  return [/[/+]json$/.test(type) ? (JSON.parse(text) as unknown) : text];
};
