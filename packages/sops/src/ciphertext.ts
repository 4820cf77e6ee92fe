import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** The parts of `ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]`. */
export interface Ciphertext {
  readonly data: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  /** Not authenticated by the cipher, so it must never decide anything but how the text is read. */
  readonly type: string;
}

const PREFIX = 'ENC[AES256_GCM,';
const TAG_BYTES = 16;
/** Not the usual 12, because SOPS uses 32. */
const IV_BYTES = 32;

/** Whether a text starts like a ciphertext; it may still be malformed. */
export function looksEncrypted(text: string): boolean {
  return text.startsWith(PREFIX);
}

/**
 * Takes a ciphertext apart. Stricter than SOPS: nothing may follow the bracket, and base64 must be in its one
 * canonical form. `undefined` if it is malformed.
 */
export function parseCiphertext(text: string): Ciphertext | undefined {
  if (!looksEncrypted(text) || !text.endsWith(']')) return undefined;
  const fields = text.slice(PREFIX.length, -1).split(',');
  if (fields.length !== 4) return undefined;
  const data = decodeField(fields[0], 'data:');
  const iv = decodeField(fields[1], 'iv:');
  const tag = decodeField(fields[2], 'tag:');
  const type = /^type:([a-z0-9]+)$/.exec(fields[3])?.[1];
  if (!data || !iv || tag?.length !== TAG_BYTES || !type) return undefined;
  return { data, iv, tag, type };
}

/** The plaintext, or `undefined` if key, additional data or ciphertext do not belong together. */
export function decrypt(
  { data, iv, tag }: Ciphertext,
  dataKey: KeyObject,
  additionalData: string,
): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', dataKey, iv, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(additionalData, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Encrypts a text under a fresh nonce, in the form in which it stands in a file. */
export function encryptText(
  text: string,
  dataKey: KeyObject,
  additionalData: string,
): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', dataKey, iv, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(additionalData, 'utf8'));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const [data64, iv64, tag64] = [data, iv, cipher.getAuthTag()].map(bytes =>
    bytes.toString('base64'),
  );
  return `${PREFIX}data:${data64},iv:${iv64},tag:${tag64},type:str]`;
}

function decodeField(field: string, name: string): Buffer | undefined {
  if (!field.startsWith(name) || field.length === name.length) return undefined;
  const base64 = field.slice(name.length);
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}
