import {
  Environment,
  Finding,
  gitlabTokensTokenRotatePermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { adviceMessages } from '../messages/findings';
import { Help } from '../model/cardAction';
import { FindingKey, findingMessage } from './findings';
import { stateWords } from './states';
import { Words } from './Words';

type RotatedFinding = keyof typeof adviceMessages.rotate;
type RotatedState = keyof typeof adviceMessages.rotateState;

const isRotated = (key: FindingKey): key is RotatedFinding & FindingKey =>
  key in adviceMessages.rotate;

const isRotatedState = (state: string): state is RotatedState =>
  state in adviceMessages.rotateState;

/** What to do that is the same whatever is wrong; undefined where that depends. */
function commonAdvice(
  help: Help,
  { file }: Pick<Environment, 'file'>,
  { t }: Words,
): string | undefined {
  switch (help) {
    case 'paste':
      return t('advice.paste', { file, button: t('cardAction.paste') });
    case 'ask':
      return t('advice.ask', {
        permission: gitlabTokensTokenRotatePermission.name,
      });
    default:
      return undefined;
  }
}

/** What to do about a finding. */
export function findingAdvice(
  finding: Finding,
  about: { environment: Environment; help: Help },
  words: Words,
): string {
  const { environment, help } = about;
  const { key, params } = findingMessage(finding, environment, words);
  if (help === 'rotate' && isRotated(key)) {
    return words.t(`advice.rotate.${key}`, params);
  }
  return (
    commonAdvice(help, environment, words) ??
    words.t(`finding.${key}.byHand`, params)
  );
}

/** What to do about a state of the credential. */
export function stateAdvice(
  environment: Environment,
  help: Help,
  words: Words,
): string {
  const { state } = environment;
  if (help === 'rotate' && isRotatedState(state)) {
    return words.t(`advice.rotateState.${state}`, {
      button: words.t('cardAction.rotate'),
    });
  }
  return (
    commonAdvice(help, environment, words) ??
    stateWords(environment, words).action
  );
}
