import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { BrokerInspector } from './BrokerInspector';

/** Keeps what is known of all brokers fresh, so that plans need not ask for it. */
export class BrokerWatch {
  constructor(
    private readonly options: {
      environments: EnvironmentSettings[];
      brokers: BrokerInspector;
    },
  ) {}

  async lookAtAll(): Promise<void> {
    const { environments, brokers } = this.options;
    for (const environment of environments) {
      await brokers.refresh(environment);
    }
  }
}
