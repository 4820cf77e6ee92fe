import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStore } from '../../ports/CredentialStore';
import { ConnectDirectory } from '../../ports/DirectoryGateway';
import { Escrow } from '../../ports/Escrow';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import { InspectionStore } from '../../ports/InspectionStore';
import { ConnectTokens } from '../../ports/TokenGateway';
import { TokenInventory } from '../../ports/TokenInventory';
import { KnownTargets } from '../broker/Delivering';
import { BrokerInspector } from './BrokerInspector';

/** What planning needs of the outside world. */
export interface PlannerOptions {
  environments: EnvironmentSettings[];
  credentials: CredentialStore;
  connect: ConnectGitlab;
  connectTokens: ConnectTokens;
  connectDirectory: ConnectDirectory;
  inspections: InspectionStore;
  inventory: TokenInventory;
  brokers: BrokerInspector;
  targets: KnownTargets;
  escrow: Escrow;
  now: () => Date;
  randomId: () => string;
}

/** Milliseconds for all answers to one plan. */
export const TIME_LIMIT = 20_000;
