export { TokenFilters } from './TokenFilters';
