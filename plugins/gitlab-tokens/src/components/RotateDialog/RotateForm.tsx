import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { gitlabTokensTokenRotatePermission } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { planOf, refusalIn } from '../../hooks/usePlan';
import { usePolicyOf } from '../../hooks/usePolicyOf';
import { useWords } from '../../hooks/useWords';
import { apartFrom, violationsAt } from '../../model/planRefusal';
import { BlockerList } from '../operations/BlockerList';
import { DeliveryFields } from '../operations/DeliveryFields';
import { ExpiryField } from '../operations/ExpiryField';
import { ModeField } from '../operations/ModeField';
import { PlanSummary } from '../operations/PlanSummary';
import { RefusalNotice } from '../operations/RefusalNotice';
import { kindOf, nameOf, RotationSubject } from './rotationSubject';
import { useRotation } from './useRotation';

/** What a rotation will do, and what can be chosen about it. */
export function RotateForm(props: {
  subject: RotationSubject;
  rotation: ReturnType<typeof useRotation>;
  onFollow: (operationId: string) => void;
}) {
  const { subject, rotation, onFollow } = props;
  const { choices, change, starting } = rotation;
  const { t } = useWords();
  const policy = usePolicyOf(
    subject.type === 'credential'
      ? subject.environment
      : subject.token.environment,
  );
  const { state, again } = rotation.plan;
  const plan = planOf(state);
  const refused =
    starting.status === 'ready' && starting.refusal
      ? starting.refusal
      : refusalIn(state);
  const fields = choices.delivery ? ['expiresAt', 'deliver'] : ['expiresAt'];
  const elsewhere = apartFrom(refused, fields);
  const id = `rotate-${nameOf(subject)}`;
  return (
    <>
      {elsewhere && (
        <RefusalNotice
          refusal={elsewhere}
          permission={gitlabTokensTokenRotatePermission}
          mayHaveStarted={state.status !== 'refused'}
          onFollow={onFollow}
          onAgain={state.status === 'refused' ? again : undefined}
        />
      )}
      {plan && plan.blockers.length > 0 && (
        <BlockerList blockers={plan.blockers} />
      )}
      {state.status === 'planning' && !plan && (
        <div role="status" aria-busy aria-label={t('plan.loading')}>
          <Typography variant="body2">{t('plan.loading')}</Typography>
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {plan && (
        <>
          <ModeField plan={plan} onChange={mode => change({ mode })} />
          <ExpiryField
            id={id}
            policy={policy}
            kind={plan.newToken?.kind ?? kindOf(subject)}
            value={choices.expiresAt || (plan.newToken?.expiresAt ?? '')}
            onChange={expiresAt => change({ expiresAt })}
            violations={violationsAt(refused, 'expiresAt')}
          />
          {choices.delivery && (
            <DeliveryFields
              id={id}
              form={choices.delivery}
              onChange={changed =>
                choices.delivery &&
                change({ delivery: { ...choices.delivery, ...changed } })
              }
              violations={violationsAt(refused, 'deliver')}
            />
          )}
          {/* Nothing of it will be */}
          {plan.blockers.length === 0 && <PlanSummary plan={plan} />}
        </>
      )}
    </>
  );
}
