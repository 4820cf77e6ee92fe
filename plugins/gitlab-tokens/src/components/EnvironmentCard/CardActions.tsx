import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  gitlabTokensTokenRotatePermission,
  Operation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { actionFor, CardAction } from '../../model/cardAction';
import { canPaste, credentialRef } from '../../model/credentialRef';
import { activityRouteRef } from '../../routes';
import { PermittedButton } from '../operations/PermittedButton';

// The page is read more often than a dialog is opened
const CardDialog = lazy(() =>
  import('./CardDialog').then(module => ({ default: module.CardDialog })),
);

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // With the footer at the bottom of cards that are longer than they need
      marginTop: 'auto',
    },
  }),
  { name: 'GitlabTokensCardActions' },
);

function RunningOperation(props: { operation: Operation }) {
  const { operation } = props;
  const { t } = useWords();
  const activity = useRouteRef(activityRouteRef);
  // In portals that do not show the page there is no way to it
  return activity ? (
    <Link to={`${activity()}?operation=${encodeURIComponent(operation.id)}`}>
      {t(operation.parked ? 'cardAction.runningParked' : 'cardAction.running')}
    </Link>
  ) : null;
}

/** What can be done with an environment's credential, and what is being done with it. */
export function CardActions(props: {
  environment: Environment;
  /** The operation on the credential that has not ended. */
  operation: Operation | undefined;
  /** A dialog was closed: something may have changed. */
  onChanged: () => void;
}) {
  const { environment, operation, onChanged } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [dialog, setDialog] = useState<CardAction | null>(null);
  const close = () => {
    setDialog(null);
    onChanged();
  };
  // While something is being done already, nothing else should be
  const advised = operation ? null : actionFor(environment);
  const button = (action: CardAction) => ({
    size: 'small' as const,
    ...(action === advised
      ? { variant: 'contained' as const, color: 'primary' as const }
      : { variant: 'outlined' as const }),
    permission: gitlabTokensTokenRotatePermission,
    resourceRef: credentialRef(environment),
    onClick: () => setDialog(action),
  });
  const named = { environment: environment.title };
  return (
    <div
      role="group"
      aria-label={t('cardAction.label', named)}
      className={classes.actions}
    >
      {/* What a person makes is mostly not to be rotated by anybody else */}
      {canPaste(environment) && (
        <PermittedButton
          {...button('paste')}
          aria-label={t('cardAction.pasteOf', named)}
        >
          {t('cardAction.paste')}
        </PermittedButton>
      )}
      <PermittedButton
        {...button('rotate')}
        aria-label={t('cardAction.rotateOf', named)}
      >
        {t('cardAction.rotate')}
      </PermittedButton>
      {operation && <RunningOperation operation={operation} />}
      {dialog && (
        <Suspense fallback={<Progress />}>
          <CardDialog
            action={dialog}
            environment={environment}
            onClose={close}
            onInstead={setDialog}
          />
        </Suspense>
      )}
    </div>
  );
}
