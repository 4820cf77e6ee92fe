export { TokenTable } from './TokenTable';
export { TokenTableSkeleton } from './TokenTableSkeleton';
