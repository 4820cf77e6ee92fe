export { WideRow } from './WideRow';
export { WideTable } from './WideTable';
