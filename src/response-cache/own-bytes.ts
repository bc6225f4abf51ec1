/**
 * The same bytes in separate memory. zlib, sockets and Buffer's pool return slices: 23 bytes of brotli would keep
 * 16,384 bytes alive.
 */
export function ownBytes(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
