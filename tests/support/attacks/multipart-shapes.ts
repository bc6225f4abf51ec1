import { connect } from 'node:net';
import fc from 'fast-check';
import { startedApp } from '../started-app';

/** A multipart request, byte by byte, as a generator makes it. */
export interface MultipartShape {
  method: string;
  path: string;
  /** Header lines besides Host and the length */
  headers: readonly string[];
  body: Buffer;
  framing: 'length' | 'chunked';
  /** Bytes of the body to send before the connection is dropped; `undefined` for all */
  abortAt: number | undefined;
}

interface PartShape {
  disposition: string;
  type: string | undefined;
  size: number;
}

const NAMES = [
  'files',
  'file',
  'x',
  'fileInfo',
  'data',
  'menuLogo',
  'files[0]',
  'files[a][b]',
  'files.0',
  '__proto__',
  'constructor',
  '',
  'ref',
  'path',
];
const FILE_NAMES = [
  'a.png',
  '../../etc/passwd',
  'a\\b.png',
  'ä.webp',
  '',
  'a.html',
  '.png',
  '%00.png',
  'x'.repeat(400),
];
const TYPES = [
  'image/png',
  'text/html',
  'application/octet-stream',
  'multipart/mixed; boundary=inner',
  '',
  'bad',
];
const ENCODINGS = ['binary', '7bit', 'base64', 'quoted-printable', 'utf-16', 'x-none'];

/** Every kind of path: with and without a route, reading and writing, in the API, in the panel and elsewhere. */
export const MULTIPART_PATHS = [
  '/',
  '/nonexistent',
  '/api/nonexistent',
  '/api/reports',
  '/api/auth/local',
  '/api/auth/local/register',
  '/api/my/uploads',
  '/api/my/businesses',
  '/api/businesses',
  '/graphql',
  '/admin',
  '/admin/login',
  '/admin/users',
  '/admin/project-settings',
  '/upload',
  '/upload/files',
  '/upload/files/1',
  '/upload/files/1/replace',
  '/upload/actions/upload-from-urls',
  '/uploads/a.png',
  '/content-manager/collection-types/api::business.business',
  '/API/my/uploads',
  '/Upload',
  '/api/my/uploads/',
  '/_health',
  '/metrics',
  '/moderation/intake/1/decide',
  '/konto/einladung',
] as const;

const CRLF = '\r\n';

const part: fc.Arbitrary<PartShape> = fc
  .record({
    name: fc.option(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 20 })), {
      nil: undefined,
      freq: 12,
    }),
    fileName: fc.option(fc.constantFrom(...FILE_NAMES), { nil: undefined, freq: 3 }),
    type: fc.option(fc.constantFrom(...TYPES), { nil: undefined, freq: 4 }),
    encoding: fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined, freq: 1 }),
    size: fc.oneof(fc.constantFrom(0, 1, 4_100), fc.nat(60_000)),
  })
  .map(({ name, fileName, type, encoding, size }) => ({
    disposition: [
      `Content-Disposition: form-data${name === undefined ? '' : `; name="${name.replace(/[\r\n"]/g, '_')}"`}${
        fileName === undefined ? '' : `; filename="${fileName}"`
      }`,
      ...(encoding === undefined ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
    ].join(CRLF),
    type,
    size,
  }));

const written = (parts: readonly PartShape[], boundary: string, ending: string): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ disposition, type, size }) => [
      Buffer.from(
        `--${boundary}${CRLF}${disposition}${type === undefined ? '' : `${CRLF}Content-Type: ${type}`}${CRLF}${CRLF}`,
      ),
      Buffer.alloc(size, 'x'),
      Buffer.from(CRLF),
    ]),
    Buffer.from(ending),
  ]);

/**
 * Multipart requests of all shapes: names, nested names, many parts, wrong boundaries, missing ends, truncated bodies,
 * other headers.
 *
 * @param tokens values for `Bearer`
 */
export const multipartShapes = (
  tokens: readonly string[],
  paths: readonly string[] = MULTIPART_PATHS,
): fc.Arbitrary<MultipartShape> =>
  fc
    .record({
      method: fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS'),
      path: fc.constantFrom(...paths),
      token: fc.option(fc.constantFrom(...tokens, 'invalid', ''), { nil: undefined }),
      boundary: fc.constantFrom('b', '----WebKitFormBoundaryx', 'a'.repeat(70), 'b c'),
      declared: fc.constantFrom('same', 'same', 'same', 'same', 'other', 'none', 'quoted', 'empty'),
      type: fc.constantFrom(
        'multipart/form-data',
        'multipart/form-data',
        'multipart/form-data',
        'Multipart/Form-Data',
        'multipart/mixed',
        'multipart/form-data, application/json',
        'application/json, multipart/form-data',
      ),
      encoding: fc.option(fc.constantFrom('gzip', 'identity'), { nil: undefined, freq: 1 }),
      parts: fc.oneof(
        { weight: 5, arbitrary: fc.array(part, { maxLength: 6 }) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(part, fc.integer({ min: 20, max: 400 }))
            .map(([one, count]) =>
              Array.from({ length: count }, () => ({ ...one, size: Math.min(one.size, 50) })),
            ),
        },
      ),
      ending: fc.constantFrom('last', 'last', 'last', 'none', 'half', 'more'),
      framing: fc.constantFrom('length' as const, 'chunked' as const),
      abort: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 1 }),
    })
    .map(({ method, path, token, boundary, declared, type, encoding, parts, ending, framing, abort }) => {
      const parameter = {
        same: `; boundary=${boundary}`,
        other: '; boundary=z',
        none: '',
        quoted: `; boundary="${boundary}"`,
        empty: '; boundary=',
      }[declared];
      const end = {
        last: `--${boundary}--${CRLF}`,
        none: '',
        half: `--${boundary}-`,
        more: `--${boundary}--${CRLF}--${boundary}${CRLF}${CRLF}x`,
      }[ending];
      const body = written(parts, boundary, end ?? '');
      return {
        method,
        path,
        headers: [
          `Content-Type: ${type}${parameter}`,
          ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
          ...(encoding === undefined ? [] : [`Content-Encoding: ${encoding}`]),
        ],
        body,
        framing,
        abortAt: abort === undefined ? undefined : Math.floor(abort * body.length),
      };
    });

/**
 * Sends it to the suite's Strapi. @returns the status; `undefined` if the connection was dropped or closed without an
 * answer
 */
export function throwMultipart(shape: MultipartShape): Promise<number | undefined> {
  const { method, path, headers, body, framing, abortAt } = shape;
  const { hostname, port } = new URL(startedApp().url);
  const framed = framing === 'length' ? [`Content-Length: ${body.length}`] : ['Transfer-Encoding: chunked'];
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${hostname}`,
    'Connection: close',
    ...framed,
    ...headers,
  ];
  const sent = abortAt === undefined ? body : body.subarray(0, abortAt);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head.join(CRLF)}${CRLF}${CRLF}`);
      if (framing === 'length') socket.write(sent);
      else if (sent.length > 0) {
        socket.write(`${sent.length.toString(16)}${CRLF}`);
        socket.write(sent);
        socket.write(CRLF);
      }
      if (abortAt !== undefined) socket.end(() => socket.destroy());
      else if (framing === 'chunked') socket.write(`0${CRLF}${CRLF}`);
    });
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (received += text));
    // A refusal may arrive before everything was written.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1];
      resolve(status === undefined ? undefined : Number(status));
    });
  });
}
