import { readString } from './metadataFields';
import { Obstacle } from './Obstacle';
import type { KeyStanza } from './recipients';

/**
 * The form that an address must have, so that it leads to the service it is for. Wherever a file may say which server
 * is asked, whoever writes the file may have the credentials of this process sent to a server of their own.
 */
const ADDRESSES: { [kind: string]: { [field: string]: RegExp } } = {
  kms: { arn: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d+:(?:key|alias)\/[\w/-]+$/ },
  gcp_kms: { resource_id: /^projects\/[\w:./-]+$/ },
  azure_kv: { vault_url: /^https:\/\/[\w.-]+\/?$/, name: /^[\w-]+$/ },
  hckms: { key_id: /^[a-z0-9-]+:[\w-]+$/ },
  hc_vault: { engine_path: /^[\w/.-]+$/, key_name: /^[\w.-]+$/ },
};

/**
 * A recipient's entry as it may be given to a program that sends credentials, `undefined` if it may not. A server of
 * Vault can have any name: it must be the one that the operator has named in `VAULT_ADDR`.
 */
export function trustedStanza(
  stanza: KeyStanza,
  vaultAddress: string | undefined,
): KeyStanza | undefined {
  const { kind, fields } = stanza;
  for (const [field, form] of Object.entries(ADDRESSES[kind] ?? {})) {
    const text = readString(fields, field) ?? '';
    if (!form.test(text) || text.split('/').includes('..')) return undefined;
  }
  if (kind !== 'hc_vault') return stanza;
  const origin = originOf(vaultAddress);
  if (!origin || originOf(readString(fields, 'vault_address')) !== origin) {
    return undefined;
  }
  // The operator's spelling, not the file's: another program may understand an odd one differently.
  return { ...stanza, fields: new Map(fields).set('vault_address', origin) };
}

export function notTrusted({ kind, name }: KeyStanza): Obstacle {
  return kind === 'hc_vault'
    ? new Obstacle('KEY_SERVICE_NOT_TRUSTED', {
        what: `it names the Vault key ${name}, which is not on the server that VAULT_ADDR names, so no token was sent there.`,
        remedy: 'If the server is yours, set VAULT_ADDR to its address.',
      })
    : new Obstacle('KEY_SERVICE_NOT_TRUSTED', {
        what: `its recipient at \`${kind}\` is not a well-formed address of such a key, so nobody was asked.`,
        remedy:
          'Restore the file from version control, or encrypt it again with the right key.',
      });
}

function originOf(address: string | undefined): string | undefined {
  const url = URL.canParse(address ?? '') ? new URL(address!) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
