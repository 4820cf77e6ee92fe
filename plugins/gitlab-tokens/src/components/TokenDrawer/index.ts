export { TokenDrawer } from './TokenDrawer';
