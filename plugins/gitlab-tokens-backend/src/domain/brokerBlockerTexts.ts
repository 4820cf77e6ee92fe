import { PlanBlocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Nobody can do what a broker would. */
export function brokerMissing(): PlanBlocker {
  return {
    code: 'BROKER_MISSING',
    message:
      'The SOPS file holds no broker, and the credential itself may not do this.',
    action:
      'Write a token that may manage tokens to gitlabTokens.broker.token of the file with `sops edit`.',
  };
}

/** A person has to make the token. */
export function madeByHand(): PlanBlocker {
  return {
    code: 'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
    message:
      'GitLab has no API that makes a personal token for somebody, except for administrators.',
    action:
      'Make the token in GitLab and paste it here: it is checked and put into the SOPS file.',
  };
}
