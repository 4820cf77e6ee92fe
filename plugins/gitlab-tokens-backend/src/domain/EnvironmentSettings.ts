import {
  DeclaredCredential,
  Policy,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** One configured environment. */
export interface EnvironmentSettings {
  name: string;
  title: string;
  /** This portal runs as it. */
  current: boolean;
  /** Name of its SOPS file inside the directory of SOPS files. */
  file: string;
  /** Which `integrations.gitlab[]` entry of the file; may be absent where the file has only one. */
  host?: string;
  declared: DeclaredCredential;
  policy: Policy;
}
