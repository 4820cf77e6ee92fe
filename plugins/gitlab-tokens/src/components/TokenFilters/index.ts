export { TokenFilters } from './TokenFilters';
export type { FilterChoices } from './FilterPanel';
