import {
  invalidMetadata,
  readFields,
  readString,
  type MetadataFields,
} from './metadataFields';
import { readKeyGroups, type KeyGroup, type SopsRecipient } from './recipients';
import { readRule, type SelectionRule } from './selection';
import { SopsError } from './SopsError';
import { normalizeRfc3339 } from './timestamps';

/**
 * What the `sops` section of a file says about it. All of it is public, and only `lastModified` is authenticated.
 *
 * @public
 */
export interface SopsMetadata {
  /** The sops version that wrote the section, such as `3.12.2`. */
  readonly version: string;
  /** When the file was last changed, RFC 3339, whole seconds. */
  readonly lastModified: string;
  /** Which values are encrypted. */
  readonly rule: SelectionRule;
  /**
   * `true` if values in clear are *not* protected by the MAC: anybody who can write the file may have changed them.
   * Refuse such a file where a URL or host in it decides who gets a credential.
   */
  readonly macOnlyEncrypted: boolean;
  /** Everybody who can decrypt the file. */
  readonly recipients: readonly SopsRecipient[];
  /** How many key groups it takes to decrypt; 1 for a file without key groups. */
  readonly shamirThreshold: number;
}

/** The metadata with what it takes to open and to verify the file. */
export interface Metadata extends SopsMetadata {
  readonly mac?: string;
  readonly keyGroups: readonly KeyGroup[];
}

const FIELDS = new Set(
  'shamir_threshold key_groups kms gcp_kms azure_kv hc_vault hckms age pgp lastmodified mac unencrypted_suffix encrypted_suffix unencrypted_regex encrypted_regex unencrypted_comment_regex encrypted_comment_regex mac_only_encrypted version'.split(
    ' ',
  ),
);

/** @throws SopsError `METADATA_INVALID`, `UNSUPPORTED_VERSION`, `UNSUPPORTED_RULE` */
export function readMetadata(section: unknown): Metadata {
  const fields = readFields(section);
  for (const name of fields.keys()) {
    if (!FIELDS.has(name)) {
      // In a damaged file a longer name may be a piece of a key.
      const shown = /^[a-z_]{1,40}$/.test(name) ? ` (${name})` : '';
      throw invalidMetadata(`holds a field that is unknown to SOPS 3${shown}`);
    }
  }
  const version = readVersion(fields);
  const { keyGroups, shamirThreshold } = readKeyGroups(fields);
  return {
    version,
    lastModified: readLastModified(fields),
    rule: readRule(fields),
    macOnlyEncrypted: readFlag(fields, 'mac_only_encrypted'),
    recipients: keyGroups.flatMap(group => group.recipients),
    shamirThreshold,
    keyGroups,
    mac: readString(fields, 'mac'),
  };
}

function readVersion(fields: MetadataFields): string {
  const version = readString(fields, 'version');
  if (!version) throw invalidMetadata('has no `version`');
  const match = /^(\d+)\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]{1,64})?$/.exec(version);
  if (!match) throw invalidMetadata('has a malformed `version`');
  if (match[1] === '3') return version;
  throw new SopsError('UNSUPPORTED_VERSION', {
    what: `it was written by sops ${match[0]}, but only the format of SOPS 3 is understood here.`,
    remedy:
      'Use a newer release of this program, or write the file with sops 3.',
  });
}

function readLastModified(fields: MetadataFields): string {
  const time = normalizeRfc3339(readString(fields, 'lastmodified') ?? '');
  if (!time) throw invalidMetadata('has no valid `lastmodified` time');
  // Whole seconds, because that is the text which the MAC is bound to.
  return time.replace(/\.\d+/, '');
}

function readFlag(fields: MetadataFields, name: string): boolean {
  const value = readString(fields, name);
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw invalidMetadata(`has neither true nor false at \`${name}\``);
}
