import FormControl from '@material-ui/core/FormControl';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import RadioGroup from '@material-ui/core/RadioGroup';
import {
  OperationPlan,
  PlanBlocker,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { problemWords } from '../../words/problems';
import { Choice } from './Choice';
import { OriginalText } from './ProblemText';

const MODES: RotationMode[] = ['overlap', 'in-place'];

/** Why a mode is not there to be chosen. */
function NotPossible(props: { reason: PlanBlocker }) {
  const words = useWords();
  const { what, action, original } = problemWords(props.reason, words);
  return (
    <>
      {words.t('plan.mode.notPossible', { message: what, action })}
      <OriginalText text={original} />
    </>
  );
}

/** How a token is replaced, where there is a choice; where there is none, why the other way is not possible. */
export function ModeField(props: {
  plan: OperationPlan;
  onChange: (mode: RotationMode) => void;
}) {
  const { plan, onChange } = props;
  const { mode, otherMode } = plan;
  const { t } = useWords();
  if (mode === null) {
    return null;
  }
  const reason = otherMode?.reason ?? null;
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{t('plan.mode.label')}</FormLabel>
      <RadioGroup
        aria-label={t('plan.mode.label')}
        value={mode}
        onChange={(_, value) =>
          onChange(value === 'in-place' ? 'in-place' : 'overlap')
        }
      >
        {MODES.filter(it => it === mode || it === otherMode?.mode).map(it => {
          const why = it === mode ? null : reason;
          return (
            <div key={it}>
              <Choice
                value={it}
                disabled={why !== null}
                label={t(
                  it === 'overlap' ? 'plan.mode.overlap' : 'plan.mode.inPlace',
                )}
              />
              {why && (
                <FormHelperText component="div">
                  <NotPossible reason={why} />
                </FormHelperText>
              )}
            </div>
          );
        })}
      </RadioGroup>
    </FormControl>
  );
}
