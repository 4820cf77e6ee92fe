import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  armor,
  Decrypter,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { readBounded } from './boundedRead';
import type { MetadataFields, MetadataText } from './metadataFields';
import type { KeyStanza, SopsRecipientKind } from './recipients';

/** The fields of a recipient's entry that sops reads. */
const FIELDS: { [kind in SopsRecipientKind]: readonly string[] } = {
  age: ['recipient'],
  pgp: ['fp', 'created_at'],
  kms: ['arn', 'role', 'context', 'created_at', 'aws_profile'],
  gcp_kms: ['resource_id', 'created_at'],
  azure_kv: ['vault_url', 'name', 'version', 'created_at'],
  hc_vault: ['vault_address', 'engine_path', 'key_name', 'created_at'],
  hckms: ['key_id', 'created_at'],
};
const MAX_ANSWER_BYTES = 1024 * 1024;

/** A request to the sops program for a data key: two files in a private directory. Nothing in them is secret. */
export interface KeyRequest {
  /** A SOPS file with recipients and no values. */
  readonly file: string;
  /** A sops configuration that names one recipient: a key made for this one request. */
  readonly config: string;
  /** The data key, once `sops updatekeys` has encrypted it anew for that recipient; `undefined` if it has not. */
  readAnswer(): Promise<Buffer | undefined>;
}

/** Makes a request in a directory, hands it over, and removes it afterwards. */
export async function withKeyRequest<T>(
  stanzas: readonly KeyStanza[],
  parent: string,
  use: (request: KeyRequest) => Promise<T>,
): Promise<T> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  // Only this user may enter it.
  const directory = await mkdtemp(join(parent, 'sops-key-'));
  try {
    const file = join(directory, 'request.json');
    const config = join(directory, 'config.json');
    await writeFile(file, JSON.stringify(emptyFile(stanzas)));
    // JSON is YAML.
    await writeFile(
      config,
      JSON.stringify({ creation_rules: [{ age: recipient }] }),
    );
    const readAnswer = () => readDataKey(file, { identity, recipient });
    return await use({ file, config, readAnswer });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function emptyFile(stanzas: readonly KeyStanza[]) {
  const recipients: { [kind: string]: object[] } = {};
  for (const { kind, fields, enc } of stanzas) {
    const entry: { [field: string]: unknown } = { enc };
    for (const field of FIELDS[kind]) {
      entry[field] = toJson(fields.get(field));
    }
    (recipients[kind] ??= []).push(entry);
  }
  const lastmodified = '2020-01-01T00:00:00Z';
  return {
    data: '',
    sops: { ...recipients, lastmodified, mac: '', version: '3.9.0' },
  };
}

function toJson(text: MetadataText): unknown {
  if (Array.isArray(text)) return text.map(toJson);
  if (!(text instanceof Map)) return text;
  return Object.fromEntries(
    [...(text as MetadataFields)].map(([name, value]) => [name, toJson(value)]),
  );
}

async function readDataKey(
  file: string,
  key: { identity: string; recipient: string },
): Promise<Buffer | undefined> {
  const read = await readBounded(file, MAX_ANSWER_BYTES);
  if (!('bytes' in read)) return undefined;
  try {
    const answer: { sops?: { age?: { recipient: string; enc: string }[] } } =
      JSON.parse(read.bytes.toString('utf8'));
    const stanza = answer.sops?.age?.find(
      each => each.recipient === key.recipient,
    );
    if (!stanza) return undefined;
    const decrypter = new Decrypter();
    decrypter.addIdentity(key.identity);
    return Buffer.from(await decrypter.decrypt(armor.decode(stanza.enc)));
  } catch {
    return undefined;
  }
}
