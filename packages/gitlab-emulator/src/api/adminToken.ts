import { Answer, emptyAnswer, jsonAnswer } from '../http/answer';
import { presentDeployToken, presentToken } from '../presenters/tokens';
import { DeployToken, Token } from '../state/entities';
import { Endpoint, Surroundings, administratorEndpoint } from './endpoint';
import { refusal } from './errors';
import { text } from './parameterKinds';
import { required } from './parameters';

/** The prefixes by which GitLab knows what a value may be; `tokenPrefix` of the settings is one as well. */
const PREFIXES = [
  'glpat-',
  'gldt-',
  'gloas-',
  'glrt-',
  'glrtr-',
  'glcbt-',
  'glptt-',
  'glagent-',
  'glft-',
  'glimt-',
  'glsoat-',
  'glffct-',
  'glwt-',
];

/** What an administrator may ask of a value that was found somewhere, and how it is made harmless. */
export const adminTokenEndpoints: readonly Endpoint[] = [
  administratorEndpoint({
    method: 'POST',
    path: '/admin/token',
    parameters: { token: required(text) },
    handle: call =>
      answerFor(call, {
        token: token => jsonAnswer(200, presentToken(call, token)),
        deployToken: token => jsonAnswer(200, presentDeployToken(call, token)),
      }),
  }),
  administratorEndpoint({
    method: 'DELETE',
    path: '/admin/token',
    parameters: { token: required(text) },
    handle: call => answerFor(call, { token: revoke, deployToken: revoke }),
  }),
];

/** Deploy tokens are revoked by this too, and not destroyed. */
function revoke(token: Token | DeployToken): Answer {
  token.revoked = true;
  return emptyAnswer(204);
}

function answerFor(
  { state, parameters }: Surroundings & { parameters: { token: string } },
  answers: {
    token: (token: Token) => Answer;
    deployToken: (token: DeployToken) => Answer;
  },
): Answer {
  const value = parameters.token;
  const prefixes = [...PREFIXES, state.settings.tokenPrefix];
  if (!prefixes.some(prefix => prefix !== '' && value.startsWith(prefix))) {
    throw refusal(422, 'Token type not supported.');
  }
  const token = state.tokens.findBy('value', value);
  const deployToken = state.deployTokens.findBy('value', value);
  if (token) {
    return answers.token(token);
  }
  if (deployToken) {
    return answers.deployToken(deployToken);
  }
  throw refusal(404, { error: 'Not found' });
}
