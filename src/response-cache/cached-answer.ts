import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { compress, SMALLEST_COMPRESSED } from '../platform/http/compress';
import type { Encoding } from '../platform/http/domain/accept-encoding';
import { entityTag } from '../platform/http/domain/entity-tag';
import { flatHeaders } from './koa-headers';
import { ownBytes } from './own-bytes';
import type { Version } from '../platform/version';

/** One encoding of an answer, ready to be sent. */
export interface Variant {
  readonly tag: string;
  readonly body: Buffer;
  /** Alternating names and values, as for `writeHead`. */
  readonly head: readonly string[];
  /** The same for 304, without headers about the body. */
  readonly unchangedHead: readonly string[];
}

export interface Rendered {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  /** The request headers on which the answer depends. */
  readonly vary: readonly string[];
  /** POST answers carry no validators: conditional requests are for GET and HEAD (RFC 9110, 13.1). */
  readonly isPost: boolean;
}

const ABOUT_BODY: ReadonlySet<string> = new Set(['content-type']);

/**
 * Every cache may keep it but must revalidate each time, so that a publication is visible immediately (docs/adr/0026).
 * A fixed age of even a second would show a browser the old state after the publish was answered.
 */
const CACHE_CONTROL = 'public, max-age=0, must-revalidate';

// Roughly what V8 needs for the objects of an answer and each of its encodings, and for a string besides its text.
const OBJECTS = 1_024;
const STRING = 24;

// Twice, since `send` caches the list joined with the CORS headers.
const headBytes = ({ head, unchangedHead }: Variant): number =>
  2 * [...head, ...unchangedHead].reduce((sum, text) => sum + STRING + text.length, 0);

/** An answer for the version read before it was rendered, in the encodings requested so far. */
export class CachedAnswer {
  private readonly rendered: Rendered;
  private readonly digest: string;
  private readonly variants = new Map<Encoding, Variant>();
  private readonly compressing = new Map<Encoding, Promise<Variant>>();
  private readonly plain: Variant;
  private readonly headers: readonly [string, string][];
  private readonly isCompressible: boolean;

  constructor(
    rendered: Rendered,
    readonly version: Version,
    /** In milliseconds; from then on the answer differs even without a change. */
    readonly expiresAt: number,
    /** The previous answer to the same question, since equal bytes need not be compressed again. */
    previous?: CachedAnswer,
  ) {
    this.rendered = { ...rendered, body: ownBytes(rendered.body) };
    this.digest = createHash('sha1').update(rendered.body).digest('base64url');
    this.headers = flatHeaders(rendered.headers);
    this.isCompressible = rendered.body.length >= SMALLEST_COMPRESSED;
    this.plain = this.variantOf('identity', this.rendered.body);
    this.variants.set('identity', this.plain);
    if (previous?.digest !== this.digest) return;
    for (const [encoding, { body }] of previous.variants)
      if (encoding !== 'identity') this.variants.set(encoding, this.variantOf(encoding, body));
  }

  /** Its size in memory in bytes. */
  get size(): number {
    let bytes = OBJECTS;
    for (const variant of this.variants.values())
      bytes += OBJECTS + variant.body.buffer.byteLength + headBytes(variant);
    return bytes;
  }

  /** The answer in an encoding, if it already exists. */
  ready(encoding: Encoding): Variant | undefined {
    return this.isCompressible ? this.variants.get(encoding) : this.plain;
  }

  /** The answer in an encoding; compressed only once, however many request it. */
  async in(encoding: Encoding): Promise<Variant> {
    const ready = this.ready(encoding);
    if (ready || encoding === 'identity') return ready ?? this.plain;
    const running = this.compressing.get(encoding);
    if (running) return running;
    const started = compress(this.rendered.body, encoding).then((body) =>
      this.variantOf(encoding, ownBytes(body)),
    );
    this.compressing.set(encoding, started);
    try {
      const variant = await started;
      this.variants.set(encoding, variant);
      return variant;
    } finally {
      this.compressing.delete(encoding);
    }
  }

  private variantOf(encoding: Encoding, body: Buffer): Variant {
    const { isPost, vary } = this.rendered;
    const tag = entityTag(this.digest, encoding);
    const common = [
      ...this.headers.filter(([name]) => !ABOUT_BODY.has(name.toLowerCase())),
      ['Vary', vary.join(', ')],
      ['Cache-Control', isPost ? 'no-store' : CACHE_CONTROL],
      ...(isPost ? [] : [['ETag', tag]]),
    ].flat();
    const aboutBody = this.headers.filter(([name]) => ABOUT_BODY.has(name.toLowerCase())).flat();
    return {
      tag,
      body,
      unchangedHead: common,
      head: [
        ...common,
        ...aboutBody,
        ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
        'Content-Length',
        String(body.length),
      ],
    };
  }
}
