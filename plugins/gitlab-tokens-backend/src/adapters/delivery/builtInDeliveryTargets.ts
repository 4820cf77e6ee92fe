import { DeliveryTarget } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { ConnectBroker } from '../../ports/BrokerGateway';
import { CredentialStore } from '../../ports/CredentialStore';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import { Leases } from '../../ports/Leases';
import { ConnectRepository } from '../../ports/RepositoryGateway';
import { ConnectVariables } from '../../ports/VariableGateway';
import { CiVariableDeliveryTarget } from './CiVariableDeliveryTarget';
import { DeliveryEnvironments } from './DeliveryEnvironments';
import { RevealDeliveryTarget } from './RevealDeliveryTarget';
import { SopsFileDeliveryTarget } from './SopsFileDeliveryTarget';
import { SopsMergeRequestDeliveryTarget } from './SopsMergeRequestDeliveryTarget';

/** The targets that the plugin brings along. */
export function builtInDeliveryTargets(options: {
  settings: readonly EnvironmentSettings[];
  /** Of the SOPS files. */
  directory: string;
  credentials: CredentialStore;
  leases: Leases;
  connect: ConnectGitlab;
  connectBroker: ConnectBroker;
  connectRepository: ConnectRepository;
  connectVariables: ConnectVariables;
}): DeliveryTarget[] {
  const { settings, credentials, ...rest } = options;
  const environments = new DeliveryEnvironments(settings, credentials);
  const parts = { ...rest, environments };
  return [
    new SopsFileDeliveryTarget(parts),
    new SopsMergeRequestDeliveryTarget(parts),
    new CiVariableDeliveryTarget(parts),
    new RevealDeliveryTarget(),
  ];
}
