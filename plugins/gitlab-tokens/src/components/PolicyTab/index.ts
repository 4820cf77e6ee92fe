export { PolicyPage } from './PolicyPage';
export { PolicyTab } from './PolicyTab';
