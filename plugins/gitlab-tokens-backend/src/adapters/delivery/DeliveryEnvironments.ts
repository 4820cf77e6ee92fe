import {
  DeliveryContext,
  DeliveryError,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStore } from '../../ports/CredentialStore';
import { GitlabInstance } from '../../ports/GitlabGateway';

/** Who speaks to GitLab for an environment. */
export interface Authority {
  instance: GitlabInstance;
  /** The broker's token, or the environment's credential where there is no broker. */
  credential: Secret;
}

/** The configured environments, as delivery targets need them. */
export class DeliveryEnvironments {
  constructor(
    private readonly environments: readonly EnvironmentSettings[],
    private readonly credentials: CredentialStore,
  ) {}

  /** @throws DeliveryError `ENVIRONMENT_UNKNOWN`: an operation may outlive its environment's configuration */
  get(name: string): EnvironmentSettings {
    const found = this.environments.find(it => it.name === name);
    if (!found) {
      throw new DeliveryError({
        code: 'ENVIRONMENT_UNKNOWN',
        message: `The environment ${name} is not in the configuration of this portal any more.`,
        action:
          'Put it back under gitlabTokens.environments and resume, or cancel the operation.',
      });
    }
    return found;
  }

  /** @throws CredentialStoreError; DeliveryError `ENVIRONMENT_UNKNOWN`, `BROKER_MISSING` */
  async authority(name: string): Promise<Authority> {
    const environment = this.get(name);
    const stored = await this.credentials.read(environment);
    const credential = stored.broker ?? stored.token;
    if (!credential) {
      throw new DeliveryError({
        code: 'BROKER_MISSING',
        message: `${environment.file} holds neither a broker's token nor a credential, so that nobody can write to GitLab for ${name}.`,
        action:
          'Write a token with the scope api to gitlabTokens.broker.token of the file with `sops edit`, and resume.',
      });
    }
    return { instance: stored.instance, credential };
  }
}

/**
 * Refuses tokens that are not the environment's credential: the entry of the SOPS file has room for that one only.
 *
 * @throws DeliveryError `TARGET_UNUSABLE`
 */
export function refuseOtherThanCredential({
  isCredential,
  environment,
}: DeliveryContext): void {
  if (!isCredential) {
    throw new DeliveryError({
      code: 'TARGET_UNUSABLE',
      message: `Only the token that ${environment} runs on belongs into its SOPS file; this one is another.`,
      action: 'Choose another delivery, such as a CI/CD variable.',
    });
  }
}
