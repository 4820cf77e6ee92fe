import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import {
  InspectedFile,
  Inspection,
  InspectionOutcome,
  standingObservation,
} from '../domain/Inspection';
import {
  CredentialStore,
  CredentialStoreError,
  StoredCredential,
} from '../ports/CredentialStore';
import { GatewayError } from '../ports/GatewayError';
import { ConnectGitlab } from '../ports/GitlabGateway';
import { InspectionStore } from '../ports/InspectionStore';
import { CredentialFacts, observeCredential } from './observeCredential';
import { gatewayOutcome, gatewayProblem, MISSING_TOKEN } from './problems';

/** Milliseconds. Whoever waits for a fresh answer waits no longer than this, however slow GitLab is. */
const TIME_LIMIT = 10_000;

/** What the inspector works with. */
export interface InspectorOptions {
  environments: EnvironmentSettings[];
  credentials: CredentialStore;
  connect: ConnectGitlab;
  inspections: InspectionStore;
  logger: LoggerService;
  now: () => Date;
  /** Milliseconds that GitLab has for all answers to one inspection; 10,000 where left out. */
  timeLimit?: number;
}

/**
 * Finds out what each environment's credential is and keeps the result. A file or a GitLab that fails is a result,
 * too: nothing here throws but a broken database.
 */
export class Inspector {
  readonly #options: InspectorOptions;
  /** The inspections that are under way, which whoever asks meanwhile shares. */
  readonly #running = new Map<string, Promise<Inspection>>();

  constructor(options: InspectorOptions) {
    this.#options = options;
  }

  /** The names of the environments' SOPS files. */
  get files(): string[] {
    return this.#options.environments.map(({ file }) => file);
  }

  /** Inspects all environments side by side. */
  async inspectAll(): Promise<Inspection[]> {
    const { environments } = this.#options;
    return Promise.all(environments.map(each => this.inspect(each)));
  }

  /** Inspects one environment, or waits for its inspection that is under way. */
  async inspect(environment: EnvironmentSettings): Promise<Inspection> {
    const { name } = environment;
    let inspection = this.#running.get(name);
    if (!inspection) {
      inspection = this.#inspect(environment).finally(() =>
        this.#running.delete(name),
      );
      this.#running.set(name, inspection);
    }
    return inspection;
  }

  /** Inspects one environment after a change: an inspection that is under way may have looked before. */
  async inspectAnew(environment: EnvironmentSettings): Promise<Inspection> {
    // Whoever asked for that one is told how it failed.
    await this.#running.get(environment.name)?.catch(() => {});
    return this.inspect(environment);
  }

  /** Inspects the environments of a file with what it holds now. */
  async inspectFile(file: string): Promise<void> {
    const { environments, logger } = this.#options;
    const concerned = environments.filter(each => each.file === file);
    await Promise.all(
      concerned.map(async each => {
        logger.info(`${file} has changed; inspecting ${each.name}`);
        await this.inspectAnew(each);
      }),
    );
  }

  async #inspect(environment: EnvironmentSettings): Promise<Inspection> {
    const { inspections, logger, now } = this.#options;
    const [last, finding] = await Promise.all([
      inspections.get(environment.name),
      this.#find(environment),
    ]);
    const { outcome, problem, file, facts } = finding;
    const inspectedAt = now().toISOString();
    const inspection: Inspection = {
      environment: environment.name,
      inspectedAt,
      outcome,
      problem,
      file: file ?? last?.file ?? null,
      observed: facts
        ? { ...facts, observedAt: inspectedAt }
        : standingObservation(last, file),
    };
    await inspections.save(inspection);
    if (problem && problem.code !== last?.problem?.code) {
      logger.warn(
        `Environment ${environment.name} is ${outcome}: ${problem.message}`,
        { environment: environment.name, code: problem.code },
      );
    }
    return inspection;
  }

  async #find(environment: EnvironmentSettings): Promise<InspectionResult> {
    let stored: StoredCredential;
    try {
      stored = await this.#options.credentials.read(environment);
    } catch (error) {
      return fileFailure(error);
    }
    const file = inspectedFile(stored);
    if (!stored.token) {
      return { outcome: 'missing', problem: MISSING_TOKEN, file };
    }
    const signal = AbortSignal.timeout(this.#options.timeLimit ?? TIME_LIMIT);
    const gateway = this.#options.connect(
      stored.instance,
      stored.token,
      signal,
    );
    try {
      const facts = await observeCredential(gateway, environment.declared);
      return { outcome: 'accepted', problem: null, file, facts };
    } catch (error) {
      return gatewayFailure(error, file);
    }
  }
}

/** What was found out, whichever way it ended. */
interface InspectionResult {
  outcome: InspectionOutcome;
  problem: Problem | null;
  file: InspectedFile | null;
  facts?: CredentialFacts;
}

function inspectedFile(stored: StoredCredential): InspectedFile {
  const { instance, digest, tokenInClear, broker } = stored;
  const { host, baseUrl } = instance;
  const hasBroker = broker !== null;
  return { host, webUrl: baseUrl, digest, tokenInClear, hasBroker };
}

function fileFailure(error: unknown): InspectionResult {
  if (!(error instanceof CredentialStoreError)) {
    throw error;
  }
  const { outcome, code, message, action } = error;
  return { outcome, problem: { code, message, action }, file: null };
}

function gatewayFailure(error: unknown, file: InspectedFile): InspectionResult {
  if (!(error instanceof GatewayError)) {
    throw error;
  }
  return {
    outcome: gatewayOutcome(error),
    problem: gatewayProblem(error),
    file,
  };
}
