export { RowsSkeleton } from './RowsSkeleton';
export { WideRow } from './WideRow';
export { WideTable } from './WideTable';
