import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Operation } from '../../domain/Operation';
import { CredentialStore } from '../../ports/CredentialStore';
import {
  ConnectGitlab,
  GitlabGateway,
  GitlabInstance,
} from '../../ports/GitlabGateway';
import { ConnectTokens, TokenGateway } from '../../ports/TokenGateway';
import { ParkedError } from './ParkedError';

/** Milliseconds for all requests of one step. */
const TIME_LIMIT = 60_000;

/** Those who speak to GitLab for an operation. */
export interface Conversation {
  environment: EnvironmentSettings;
  instance: GitlabInstance;
  /** Speaks for the operation: the broker, the credential, or the old token for itself. */
  tokens: TokenGateway;
  /** What a value says of itself. */
  as(value: Secret): GitlabGateway;
  /** The value that stands in the environment's file now. */
  current: Secret | null;
}

/** Opens conversations with what the environments' files hold now: a broker may have been replaced meanwhile. */
export class Conversations {
  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      credentials: CredentialStore;
      connect: ConnectGitlab;
      connectTokens: ConnectTokens;
    },
  ) {}

  environment(name: string): EnvironmentSettings {
    const found = this.options.environments.find(it => it.name === name);
    if (!found) {
      throw new ParkedError({
        code: 'ENVIRONMENT_UNKNOWN',
        message: `The environment ${name} is not configured any more.`,
        action: 'Put it back into the configuration and resume, or cancel.',
      });
    }
    return found;
  }

  async open({ environment: name, work }: Operation): Promise<Conversation> {
    const { credentials, connect, connectTokens } = this.options;
    const environment = this.environment(name);
    const { instance, token, broker } = await credentials.read(environment);
    const speaker = work.authority === 'broker' ? broker : token;
    if (!speaker) {
      throw new ParkedError({
        code: 'BROKER_MISSING',
        message: `${environment.file} does not hold the token any more that was to speak to GitLab (${work.authority}).`,
        action: 'Put it back with `sops edit` and resume.',
      });
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    return {
      environment,
      instance,
      tokens: connectTokens(instance, speaker, signal),
      as: value => connect(instance, value, signal),
      current: token,
    };
  }
}
