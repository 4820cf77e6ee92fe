export { RotateDialog } from './RotateDialog';
export type { RotationSubject } from './rotationSubject';
