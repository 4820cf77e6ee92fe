export { IssueDialog } from './IssueDialog';
export type { IssuePresets } from '../../model/issueForm';
