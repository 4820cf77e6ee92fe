import {
  invalidMetadata,
  readString,
  type MetadataFields,
  type MetadataText,
} from './metadataFields';

/**
 * The kinds of keys that SOPS encrypts to.
 *
 * @public
 */
export type SopsRecipientKind =
  | 'age'
  | 'pgp'
  | 'kms'
  | 'gcp_kms'
  | 'azure_kv'
  | 'hc_vault'
  | 'hckms';

/**
 * Somebody who can decrypt a file.
 *
 * @public
 */
export interface SopsRecipient {
  readonly kind: SopsRecipientKind;
  /** The public name: an age recipient (`age1…`), a PGP fingerprint, the address of a key in a cloud or in Vault. */
  readonly name: string;
  /** The position of the recipient's key group, from 0. */
  readonly keyGroup: number;
}

/** The data key, or one share of it, encrypted to a recipient. */
export interface KeyStanza {
  readonly kind: SopsRecipientKind;
  readonly name: string;
  /** An armored age file or PGP message, or what a key service has encrypted. */
  readonly enc: string;
  /** The whole entry, as the file has it. */
  readonly fields: MetadataFields;
}

/** Recipients any one of whom opens the data key, or the group's share of it. */
export interface KeyGroup {
  readonly recipients: readonly SopsRecipient[];
  readonly stanzas: readonly KeyStanza[];
}

/** The fields whose texts make up a recipient's name. */
const NAME_FIELDS: { [kind in SopsRecipientKind]: readonly string[] } = {
  age: ['recipient'],
  pgp: ['fp'],
  kms: ['arn'],
  gcp_kms: ['resource_id'],
  azure_kv: ['vault_url', 'name', 'version'],
  hc_vault: ['vault_address', 'engine_path', 'key_name'],
  hckms: ['key_id'],
};
const KINDS = Object.keys(NAME_FIELDS) as SopsRecipientKind[];
/** Shamir shares are numbered by one byte. */
const MAX_GROUPS = 255;

/** Reads who can decrypt, and how many groups of them it takes. */
export function readKeyGroups(fields: MetadataFields): {
  keyGroups: KeyGroup[];
  shamirThreshold: number;
} {
  const single = readGroup(fields, 0);
  const groups = readGroups(fields);
  if (single.recipients.length > 0 && groups.length > 0) {
    throw invalidMetadata(
      'names recipients both inside and outside key groups',
    );
  }
  const keyGroups = groups.length > 0 ? groups : [single];
  if (keyGroups.some(group => group.recipients.length === 0)) {
    throw invalidMetadata('names no recipient, or has an empty key group');
  }
  const threshold = readThreshold(fields);
  if (keyGroups.length === 1) {
    if (threshold > 1) throw invalidMetadata('has too high a threshold');
    return { keyGroups, shamirThreshold: 1 };
  }
  if (threshold < 2 || threshold > keyGroups.length) {
    throw invalidMetadata(
      'has several key groups, but no `shamir_threshold` between 2 and their number',
    );
  }
  return { keyGroups, shamirThreshold: threshold };
}

function readThreshold(fields: MetadataFields): number {
  const text = readString(fields, 'shamir_threshold') ?? '0';
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw invalidMetadata('has a malformed `shamir_threshold`');
}

function readGroups(fields: MetadataFields): KeyGroup[] {
  const groups = fields.get('key_groups') ?? [];
  if (!Array.isArray(groups) || groups.length > MAX_GROUPS) {
    throw invalidMetadata('has malformed `key_groups`');
  }
  return groups.map((group, index) => {
    if (!(group instanceof Map)) {
      throw invalidMetadata('has malformed `key_groups`');
    }
    for (const kind of group.keys()) {
      if (!KINDS.some(known => known === kind)) {
        throw invalidMetadata('has an unknown kind of recipient');
      }
    }
    return readGroup(group, index);
  });
}

function readGroup(fields: MetadataFields, keyGroup: number): KeyGroup {
  const stanzas: KeyStanza[] = [];
  for (const kind of KINDS) {
    const entries = fields.get(kind) ?? [];
    if (!Array.isArray(entries)) {
      throw invalidMetadata(`has something other than a list at \`${kind}\``);
    }
    stanzas.push(...entries.map(entry => readEntry(kind, entry)));
  }
  const recipients = stanzas.map(({ kind, name }) => ({
    kind,
    name,
    keyGroup,
  }));
  return { recipients, stanzas };
}

function readEntry(kind: SopsRecipientKind, entry: MetadataText): KeyStanza {
  if (!(entry instanceof Map)) {
    throw invalidMetadata('has a malformed recipient');
  }
  const name = NAME_FIELDS[kind]
    .map(field => readString(entry, field) ?? '')
    .filter(Boolean)
    .join('/');
  const enc = readString(entry, 'enc');
  if (!name || !enc) {
    throw invalidMetadata(`has a recipient without name or key at \`${kind}\``);
  }
  // Recipients appear in messages, so nothing but a public key may pass for one.
  const isAge = /^(?:age1[0-9a-z]+|ssh-\S+ \S+.*)$/.test(name);
  if (/SECRET-KEY|-----/.test(name) || (kind === 'age' && !isAge)) {
    throw invalidMetadata(`has a malformed recipient at \`${kind}\``);
  }
  return { kind, name, enc, fields: entry };
}

/** Whether a recipient is an age key itself (X25519 or post-quantum hybrid), not one of ssh or of an age plugin. */
export function isNativeAge({ kind, name }: KeyStanza): boolean {
  // In bech32 the last 1 ends the prefix, and plugins have prefixes of their own.
  return kind === 'age' && /^age1(?:pq1)?[^1]+$/.test(name);
}

export function isPgp({ kind }: KeyStanza): boolean {
  return kind === 'pgp';
}

/** Whether only the sops program can use a recipient's key. */
export function needsSops(stanza: KeyStanza): boolean {
  return !isPgp(stanza) && !isNativeAge(stanza);
}
