export { ActivityPage } from './ActivityPage';
export { ActivityTab } from './ActivityTab';
