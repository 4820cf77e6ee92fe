export { TokensPage } from './TokensPage';
export { TokensTab } from './TokensTab';
