import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { canResume } from '../../model/operation';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(0.5, 0),
      // Japanese would else be broken between any two letters
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'GitlabTokensOperationButtons' },
);

/** What can be done with an operation of the ledger. */
export type OperationHandlers = {
  /** One of them is being told to go on. */
  isActing: boolean;
  onOpen: (operation: Operation) => void;
  onResume: (operation: Operation) => void;
};

/** The buttons for it, each named after its operation. */
export function OperationButtons(
  props: OperationHandlers & { operation: Operation },
) {
  const { operation, isActing, onOpen, onResume } = props;
  const { id } = operation;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div className={classes.buttons}>
      <Button
        size="small"
        variant="outlined"
        aria-label={t('activity.detailsOf', { id })}
        onClick={() => onOpen(operation)}
      >
        {t('activity.details')}
      </Button>
      {canResume(operation) && (
        <Button
          size="small"
          variant="contained"
          color="primary"
          aria-label={t('activity.resumeOf', { id })}
          aria-disabled={isActing}
          onClick={() => onResume(operation)}
        >
          {t('operation.resume')}
        </Button>
      )}
    </div>
  );
}
