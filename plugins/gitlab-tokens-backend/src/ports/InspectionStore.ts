import { Inspection } from '../domain/Inspection';

/** Keeps the last inspection of each environment. */
export interface InspectionStore {
  list(): Promise<Inspection[]>;
  get(environment: string): Promise<Inspection | undefined>;
  /** Replaces the environment's last inspection. */
  save(inspection: Inspection): Promise<void>;
}
