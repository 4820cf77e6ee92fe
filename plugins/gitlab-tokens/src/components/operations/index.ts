export { OperationInAddress } from './OperationInAddress';
export { PermittedButton } from './PermittedButton';
