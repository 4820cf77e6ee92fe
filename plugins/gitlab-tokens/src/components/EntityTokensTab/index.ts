export { EntityTokensTab } from './EntityTokensTab';
