/**
 * A record in a link: the fragment of an address, so nothing goes to a server. `1.CHECKSUM.LENGTH.DATA`: the format of
 * the link, CRC-32 and length of the packed bytes in base 36, and the bytes in base64url. Digests are cut to their
 * first four digits except after the last action of each player turn and of the game: enough to name a diverging
 * action, a quarter of the length. Notes on the map stay at home.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { checkRecord, type Fault, type GameRecord, type LinkPart, type Parsed, RECORD_LIMITS } from './record.ts';

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

/** The bytes of letters that are all of the alphabet. */
function fromBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
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

/** The fragment of a link (without `#`) that holds the record, without the notes: they are their writer's own. */
export function packRecord({ notes: _notes, ...record }: GameRecord): string {
  const last = record.actions.length - 1;
  const digests = record.digests.map((digest, i) =>
    i === last || record.actions[i]?.type === 'end' ? digest : digest.slice(0, SHORT_DIGEST),
  );
  const bytes = deflateSync(strToU8(JSON.stringify({ ...record, digests })), { level: 9 });
  return [LINK_VERSION, crc32(bytes).toString(36), bytes.length.toString(36), toBase64Url(bytes)].join('.');
}

/** What the fragment of a page's address begins with when it holds a game. */
const NAME = 'g=';

/** The address of a page with a game in it; a fragment that the page's address has gives way. */
export function gameAddress(page: string, record: GameRecord): string {
  return `${page.replace(/#.*$/s, '')}#${NAME}${packRecord(record)}`;
}

/** The packed game in the fragment of an address (`location.hash`), null when it holds none. */
export function packedIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return text.startsWith(NAME) ? text.slice(NAME.length) : null;
}

function fault(part: LinkPart, code: Fault['code'], message: string, values?: Fault['values']): Parsed<never> {
  return { ok: false, faults: [{ path: '', code, part, message, ...(values ? { values } : {}) }] };
}

/** What a letter or a chat puts round an address. */
const WRAPPING = /[\s.,;:!?)\]}>"'\u00bb\u201d\u2019\u300d\u300f\uff09\u3002]+$/u;

/**
 * Reads a fragment (with or without `#`). Of one that is no game it says which part is at fault: cut short, a letter that no
 * link has, a checksum that does not fit, a format that is newer, or a record inside that is none.
 */
export function unpackRecord(fragment: string): Parsed<GameRecord> {
  const text = fragment.trim().replace(/^#/, '').replace(WRAPPING, '');
  if (text.length > RECORD_LIMITS.characters)
    return fault('letters', 'too-large', `the link has ${text.length} characters`, {
      characters: text.length,
      most: RECORD_LIMITS.characters,
    });
  const [version, checksum, length, data, ...rest] = text.split('.');
  if (!/^\d+$/.test(version ?? '')) return fault('version', 'format', 'the link holds no Ridgeline game');
  if (version !== LINK_VERSION)
    return fault('version', 'newer', `link format ${version}; this program reads ${LINK_VERSION}`, {
      version: String(version),
      known: LINK_VERSION,
    });
  if (checksum === undefined || length === undefined || data === undefined)
    return fault('length', 'truncated', 'the link was cut short: copy it again in full', { bytes: 0, expected: '?' });
  if (!/^[0-9a-z]{1,7}$/.test(checksum)) return fault('checksum', 'damaged', 'the link is damaged: it has no checksum');
  if (!/^[0-9a-z]{1,6}$/.test(length))
    return fault('length', 'damaged', 'the link is damaged: its length is no number');
  const stray = [data, ...rest].join('.').search(/[^A-Za-z0-9_-]/);
  if (stray >= 0) {
    const letter = [data, ...rest].join('.')[stray] as string;
    return fault('letters', 'damaged', `the link is damaged: "${letter}" (packed letter ${stray + 1}) is in no link`, {
      letter,
      at: stray + 1,
    });
  }
  const expected = Number.parseInt(length, 36);
  const bytes = fromBase64Url(data);
  if (bytes.length < expected)
    return fault(
      'length',
      'truncated',
      `the link was cut short: ${bytes.length} of ${expected} bytes. Copy it again in full`,
      {
        bytes: bytes.length,
        expected,
      },
    );
  if (bytes.length > expected)
    return fault('length', 'damaged', `the link is damaged: ${bytes.length} bytes where ${expected} should be`, {
      bytes: bytes.length,
      expected,
    });
  if (crc32(bytes) !== Number.parseInt(checksum, 36))
    return fault('checksum', 'damaged', 'the link is damaged: its checksum does not fit');
  const json = inflate(bytes);
  if (json === 'too-large') return fault('packing', 'too-large', 'the link unpacks to more than a game can be');
  if (json === 'damaged') return fault('packing', 'damaged', 'the link is damaged: it does not unpack');
  let raw: unknown;
  try {
    raw = JSON.parse(strFromU8(json));
  } catch {
    return fault('text', 'damaged', 'the link is damaged: it holds no JSON');
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
