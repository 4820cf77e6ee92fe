import { NewOperation } from './Operation';

/** A plan with all that is needed to open the operation. It may be opened when its plan has no blockers. */
export type PlannedOperation = Omit<NewOperation, 'id' | 'requestedBy'>;
