/** Environment variables by name. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

/** What any program needs to find its files and itself. */
const COMMON = [
  'HOME',
  'PATH',
  'TMPDIR',
  'APPDATA',
  'LOCALAPPDATA',
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
];

const FOR_SOPS = [
  'SOPS_AGE_KEY',
  'SOPS_AGE_KEY_FILE',
  'SOPS_AGE_SSH_PRIVATE_KEY_FILE',
  'XDG_CONFIG_HOME',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
  'MSI_ENDPOINT',
  'MSI_SECRET',
];
const PREFIXES_FOR_SOPS =
  /^(?:AWS|AZURE|CLOUDSDK|GCE|GOOGLE|HUAWEICLOUD|VAULT)_/;

/** What `gpg` gets of the environment: enough to find its keys, and no terminal or display to ask at. */
export function environmentForGpg(environment: Environment) {
  return {
    ...pick(environment, name => [...COMMON, 'GNUPGHOME'].includes(name)),
    LC_ALL: 'C',
  };
}

/**
 * What `sops` gets of the environment: where keys are, and the credentials of the key services. Not the variables that
 * name commands to run, such as `SOPS_AGE_KEY_CMD`.
 */
export function environmentForSops(environment: Environment) {
  return {
    // On a machine outside of AWS, asking its metadata service takes seconds, or asks a stranger for credentials.
    AWS_EC2_METADATA_DISABLED: 'true',
    ...pick(
      environment,
      name =>
        COMMON.includes(name) ||
        FOR_SOPS.includes(name) ||
        PREFIXES_FOR_SOPS.test(name),
    ),
    SOPS_DISABLE_VERSION_CHECK: '1',
  };
}

function pick(environment: Environment, isWanted: (name: string) => boolean) {
  const picked: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(environment)) {
    // Windows writes it `Path`.
    const known = name.toUpperCase() === 'PATH' ? 'PATH' : name;
    if (value !== undefined && isWanted(known)) picked[known] ??= value;
  }
  return picked;
}
