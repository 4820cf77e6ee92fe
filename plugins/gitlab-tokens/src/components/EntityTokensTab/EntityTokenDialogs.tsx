import {
  Environment,
  ManagedToken,
  RecipeContext,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ComponentProps } from 'react';
import { HowToUseDialog } from '../HowToUse';
import { IssueDialog } from '../IssueDialog';
import { TokenDialogs, TokenTask } from '../TokensTab/TokenDialogs';

/** What is being done on the tab. */
export type EntityTask =
  | TokenTask
  | { action: 'use'; token: ManagedToken }
  | { action: 'issue' };

/** The dialog in which it is done. */
export function EntityTokenDialogs(props: {
  task: EntityTask;
  environments: readonly Environment[];
  /** The entity's project or group, as far as it is known. */
  place: RecipeContext['target'];
  presets: ComponentProps<typeof IssueDialog>['presets'];
  onClose: () => void;
}) {
  const { task, environments, place, presets, onClose } = props;
  switch (task.action) {
    case 'issue':
      return <IssueDialog presets={presets} onClose={onClose} />;
    case 'use':
      return (
        <HowToUseDialog
          token={task.token}
          environment={environments.find(
            ({ name }) => name === task.token.environment,
          )}
          target={place}
          onClose={onClose}
        />
      );
    default:
      return (
        <TokenDialogs
          task={task}
          environments={environments}
          onClose={onClose}
        />
      );
  }
}
