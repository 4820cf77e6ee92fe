import {
  DeliveryStatus,
  Operation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { leftByCancelling } from '../model/cancelling';
import {
  graceLeft,
  isEnded,
  presentStage,
  Stage,
  StageState,
} from '../model/operation';
import { Translate, Words } from './Words';

/** A delivery target by its name; one that this version does not know keeps its own. */
function targetWord(target: string, t: Translate): string {
  switch (target) {
    case 'sops-file':
      return t('operation.place.sopsFile');
    case 'sops-merge-request':
      return t('operation.place.sopsMergeRequest');
    case 'ci-variable':
      return t('operation.place.ciVariable');
    case 'reveal':
      return t('operation.place.reveal');
    default:
      return target;
  }
}

/** Where a value goes: "CI/CD variable example-org/payments: GITLAB_TOKEN". */
export function placePhrase(
  { target, place }: Pick<DeliveryStatus, 'target' | 'place'>,
  t: Translate,
): string {
  const word = targetWord(target, t);
  return place === null || target === 'reveal'
    ? word
    : t('operation.place.withPlace', { target: word, place });
}

/** Whether a grace period is too short for whole minutes to say when it ends. */
function isShort({ plan }: Operation): boolean {
  return plan.gracePeriodSeconds < 300;
}

/** What is done at a stage. */
export function stageWords(
  stage: Stage,
  operation: Operation,
  { words: { t, formats }, now }: { words: Words; now: Date },
): string {
  const { kind, notBefore, step } = operation;
  switch (stage.name) {
    case 'deliver':
      return t('operation.stage.deliver', {
        place: placePhrase(stage.delivery, t),
      });
    case 'seal':
      return kind === 'paste'
        ? t('operation.stage.sealPasted')
        : t('operation.stage.seal');
    case 'grace':
      return step === 'verified' && notBefore && !operation.parked
        ? t('operation.stage.graceUntil', {
            time: formats.time(notBefore, now, isShort(operation)),
          })
        : t('operation.stage.grace');
    case 'revoke':
      return kind === 'revoke'
        ? t('operation.stage.revokeOnly')
        : t('operation.stage.revoke');
    default:
      return t(`operation.stage.${stage.name}`);
  }
}

/** How a stage stands, in a word or two. */
function stageStateWord(state: StageState, t: Translate): string {
  return t(`operation.stageState.${state}`);
}

/** How a stage stands, and how much of it is left where that is a time: "waiting, 12 seconds left". */
export function stageProgressWords(
  { stage, state }: { stage: Stage; state: StageState },
  operation: Operation,
  { words: { t, formats }, now }: { words: Words; now: Date },
): string {
  const word = stageStateWord(state, t);
  const left = stage.name === 'grace' ? graceLeft(operation, now) : null;
  return left === null
    ? word
    : t('operation.stageLeft', { state: word, left: formats.left(left) });
}

function cancelledSentence(operation: Operation, t: Translate): string {
  const left = leftByCancelling(operation);
  if (left !== 'nothing') {
    return left === 'all'
      ? t('operation.result.cancelledDelivered')
      : t('operation.result.cancelledUnknown');
  }
  return operation.kind === 'issue'
    ? t('operation.result.cancelledIssue')
    : t('operation.result.cancelled');
}

/** How an operation ended, in one sentence. */
export function resultSentence(operation: Operation, t: Translate): string {
  const { kind, plan, step, environment } = operation;
  const name = plan.newToken?.name ?? plan.oldToken?.name ?? '';
  if (step === 'cancelled') {
    return cancelledSentence(operation, t);
  }
  if (kind === 'rotate' && plan.mode === 'in-place') {
    return t('operation.result.rotateInPlace', { name });
  }
  if (
    kind === 'rotate' &&
    !plan.consequences.includes('OLD_VALUE_STOPS_AFTER_GRACE')
  ) {
    return plan.consequences.includes('OLD_TOKEN_STAYS')
      ? t('operation.result.rotateStays', { name })
      : t('operation.result.rotateDead', { name });
  }
  return kind === 'paste'
    ? t('operation.result.paste', { environment })
    : t(`operation.result.${kind}`, { name });
}

/** What a screen reader hears: where the operation stands, or how it ended. It changes with the step and not before. */
export function announcement(
  operation: Operation,
  context: { words: Words; now: Date },
): string {
  const { t } = context.words;
  const present = presentStage(operation);
  if (isEnded(operation) || !present) {
    return isEnded(operation) ? resultSentence(operation, t) : '';
  }
  return t('operation.announce', {
    stage: stageWords(present.stage, operation, context),
    state: stageStateWord(present.state, t),
  });
}

/** What was asked for, in few words: "Rotated “Backstage (dev)”" needs the kind and the name. */
export function tokenOf({ plan, owner }: Operation): {
  name: string;
  owner: string | null;
} {
  const token = plan.newToken ?? plan.oldToken;
  return { name: token?.name ?? '', owner: token?.owner?.path ?? owner };
}

/** How far an operation has come, as the ledger says it: its stage, where it stands still, or how it ended. */
export function stepWords(
  operation: Operation,
  context: { words: Words; now: Date },
): string {
  const { t } = context.words;
  if (isEnded(operation)) {
    return t(
      operation.step === 'done' ? 'activity.done' : 'activity.cancelled',
    );
  }
  const present = presentStage(operation);
  const stage = present ? stageWords(present.stage, operation, context) : '';
  return operation.parked
    ? t('activity.parkedAt', { stage })
    : t('activity.openAt', { stage });
}
