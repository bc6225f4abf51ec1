import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A name server's answer to a question: addresses of the requested family. */
export type Zone = (name: string, family: 4 | 6) => readonly string[];

const HEADER = 12;
const TYPE_A = 1;
const TYPE_AAAA = 28;
const CLASS_IN = 1;
// A pointer to the name in the question, RFC 1035, 4.1.4.
const NAME_OF_QUESTION = 0xc00c;

function questionOf(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function bytesOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const all =
    tail === undefined
      ? before
      : [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
  const bytes = Buffer.alloc(16);
  all.forEach((group, index) => bytes.writeUInt16BE(group, index * 2));
  return bytes;
}

function record(type: number, address: string): Buffer {
  const data = bytesOf(address);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(NAME_OF_QUESTION, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(CLASS_IN, 4);
  // A time to live of zero, so that it is asked again.
  head.writeUInt32BE(0, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function answerTo(message: Buffer, zone: Zone): Buffer {
  const { name, type, end } = questionOf(message);
  const known = type === TYPE_A || type === TYPE_AAAA;
  const records = known ? zone(name, type === TYPE_A ? 4 : 6).map((address) => record(type, address)) : [];
  const head = Buffer.from(message.subarray(0, HEADER));
  // An authoritative answer without an error.
  head.writeUInt16BE(0x8580, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, message.subarray(HEADER, end), ...records]);
}

export interface DnsServer {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  readonly questions: () => number;
  close(): void;
}

/** A name server with given answers and a time to live of zero. */
export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const socket: Socket = createSocket('udp4');
  let questions = 0;
  socket.on('message', (message, { port, address }) => {
    questions += 1;
    socket.send(answerTo(message, zone), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    questions: () => questions,
    close: () => socket.close(),
  };
}
