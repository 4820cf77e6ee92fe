import { LoggerService } from '@backstage/backend-plugin-api';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CredentialStore } from '../../ports/CredentialStore';
import { ProveDeployToken } from '../../ports/DeployTokenProof';
import { Escrow } from '../../ports/Escrow';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import { Ledger } from '../../ports/Ledger';
import { ConnectTokens } from '../../ports/TokenGateway';
import { Cancelling } from './Cancelling';
import { Conversations } from './Conversations';
import { Delivering, KnownTargets } from './Delivering';
import { Minting } from './Minting';
import { OperationRunner } from './OperationRunner';
import { Proving } from './Proving';
import { Reconciliation } from './Reconciliation';
import { Retiring } from './Retiring';
import { Showing } from './Showing';

/** What carrying out operations needs of the outside world. */
export interface RunnerParts {
  environments: EnvironmentSettings[];
  credentials: CredentialStore;
  connect: ConnectGitlab;
  connectTokens: ConnectTokens;
  proveDeployToken: ProveDeployToken;
  targets: KnownTargets;
  escrow: Escrow;
  ledger: Ledger;
  logger: LoggerService;
  /** Milliseconds after which a request without an answer has had its effect, or will have none. */
  settleTime: number;
  now: () => Date;
  randomId: () => string;
}

/** Puts a runner together. */
export function createRunner(parts: RunnerParts): OperationRunner {
  const { escrow, targets, now } = parts;
  const conversations = new Conversations(parts);
  const reconciliation = new Reconciliation(parts);
  const cancelling = new Cancelling({
    conversations,
    reconciliation,
    targets,
    escrow,
  });
  return new OperationRunner({
    ...parts,
    conversations,
    minting: new Minting({ conversations, reconciliation, escrow, now }),
    delivering: new Delivering({ targets, escrow, now }),
    proving: new Proving({ ...parts, conversations }),
    retiring: new Retiring({ conversations, now }),
    cancelling,
    showing: new Showing({ escrow, cancelling, now }),
  });
}
