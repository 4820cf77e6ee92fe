import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { stepWords } from '../../words/operations';
import { problemWords } from '../../words/problems';
import { errorTextColour } from '../tones';

const useStyles = makeStyles(
  theme => ({ parked: { fontWeight: 700, color: errorTextColour(theme) } }),
  { name: 'GitlabTokensOperationStep' },
);

/** How far an operation has come, and why it stands still. */
export function OperationStep(props: { operation: Operation; now: Date }) {
  const { operation, now } = props;
  const { parked } = operation;
  const classes = useStyles();
  const words = useWords();
  const said = parked && problemWords(parked, words);
  return (
    <>
      <span className={parked ? classes.parked : undefined}>
        {stepWords(operation, { words, now })}
      </span>
      {said && (
        <Typography variant="body2" lang={said.isEnglish ? 'en' : undefined}>
          {said.what}
        </Typography>
      )}
    </>
  );
}
