/**
 * A record in a link: the fragment of an address, so nothing goes to a server. `1.CHECKSUM.LENGTH.DATA`: the format of
 * the link, CRC-32 and length of the packed bytes in base 36, and the bytes in base64url. Digests are cut to their
 * first four digits except after the last action of each player turn and of the game: enough to name a diverging
 * action, a quarter of the length.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { checkRecord, type Fault, type GameRecord, type Parsed, RECORD_LIMITS } from './record.ts';

const LINK_VERSION = '1';
const SHORT_DIGEST = 4;
/** Compressed bytes unpacked at a time: bounds what a hostile link can expand to before the limit is noticed. */
const CHUNK = 4096;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += (ALPHABET[(word >> 18) & 63] as string) + (ALPHABET[(word >> 12) & 63] as string);
    if (left > 1) text += ALPHABET[(word >> 6) & 63] as string;
    if (left > 2) text += ALPHABET[word & 63] as string;
  }
  return text;
}

/** Null when a character is not of the alphabet. */
function fromBase64Url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 255;
    }
  }
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The fragment of a link (without `#`) that holds the record. */
export function packRecord(record: GameRecord): string {
  const last = record.actions.length - 1;
  const digests = record.digests.map((digest, i) =>
    i === last || record.actions[i]?.type === 'end' ? digest : digest.slice(0, SHORT_DIGEST),
  );
  const bytes = deflateSync(strToU8(JSON.stringify({ ...record, digests })), { level: 9 });
  return [LINK_VERSION, crc32(bytes).toString(36), bytes.length.toString(36), toBase64Url(bytes)].join('.');
}

/** Reads a fragment (with or without `#`): says so when it was cut short or damaged on the way. */
export function unpackRecord(fragment: string): Parsed<GameRecord> {
  const fail = (code: Fault['code'], message: string): Parsed<GameRecord> => ({
    ok: false,
    faults: [{ path: '', code, message }],
  });
  const text = fragment.trim().replace(/^#/, '');
  if (text.length > RECORD_LIMITS.characters) return fail('too-large', `the link has ${text.length} characters`);
  const [version, checksum, length, data] = text.split('.');
  if (!/^\d+$/.test(version ?? '')) return fail('format', 'the link holds no Ridgeline game');
  if (version !== LINK_VERSION) return fail('newer', `link format ${version}; this program reads ${LINK_VERSION}`);
  if (checksum === undefined || length === undefined || data === undefined)
    return fail('truncated', 'the link was cut short: copy it again in full');
  const expected = Number.parseInt(length, 36);
  if (!/^[0-9a-z]{1,7}$/.test(checksum) || !/^[0-9a-z]{1,6}$/.test(length))
    return fail('damaged', 'the link is damaged');
  const bytes = fromBase64Url(data);
  if (!bytes) return fail('damaged', 'the link is damaged: it holds a character that no link has');
  if (bytes.length < expected)
    return fail('truncated', `the link was cut short: ${bytes.length} of ${expected} bytes. Copy it again in full`);
  if (bytes.length > expected || crc32(bytes) !== Number.parseInt(checksum, 36))
    return fail('damaged', 'the link is damaged: its checksum does not fit');
  const json = inflate(bytes);
  if (json === 'too-large') return fail('too-large', 'the link unpacks to more than a game can be');
  if (json === 'damaged') return fail('damaged', 'the link is damaged: it does not unpack');
  let raw: unknown;
  try {
    raw = JSON.parse(strFromU8(json));
  } catch {
    return fail('damaged', 'the link is damaged: it holds no JSON');
  }
  return checkRecord(raw);
}

function inflate(bytes: Uint8Array): Uint8Array | 'too-large' | 'damaged' {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
      if (size > RECORD_LIMITS.characters) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
