import { BrokerFacts } from '../domain/BrokerFacts';

/** Keeps the last facts of each environment's broker. */
export interface BrokerFactsStore {
  list(): Promise<BrokerFacts[]>;
  get(environment: string): Promise<BrokerFacts | undefined>;
  /** Replaces what was known of the environment's broker. */
  save(facts: BrokerFacts): Promise<void>;
}
