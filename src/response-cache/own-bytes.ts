/**
 * The same bytes in memory of their own. zlib, sockets and Buffer's pool hand out slices: 23 bytes of brotli keep
 * 16,384 alive for as long as they are kept.
 */
export function ownBytes(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
