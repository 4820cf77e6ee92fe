export { RevokeDialog } from './RevokeDialog';
