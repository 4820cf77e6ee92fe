export { CardList } from './CardList';
export { headerId } from './TokenCell';
export { ListedCard } from './ListedCard';
export { TokenCard } from './TokenCard';
export { TokenCells } from './TokenCells';
export { TokenRowMenu } from './TokenRowMenu';
export { TokenTable } from './TokenTable';
export { TokenTableSkeleton } from './TokenTableSkeleton';
