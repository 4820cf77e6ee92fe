import { TestApiProvider } from '@backstage/frontend-test-utils';
import { Policy } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { render, screen } from '@testing-library/react';
import { anEnvironment } from '../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../__testUtils__/FakeGitlabTokensApi';
import { gitlabTokensApiRef } from '../api';
import { usePolicyOf } from './usePolicyOf';

const policy: Policy = { warnDays: 20, criticalDays: 5, maxLifetimeDays: 60 };
const environment = anEnvironment({ policy });

/** Every policy that was drawn, oldest first. */
const drawn: Policy[] = [];

function Reader(props: { of: Parameters<typeof usePolicyOf>[0] }) {
  drawn.push(usePolicyOf(props.of));
  return <>{drawn.at(-1)?.maxLifetimeDays ?? 'not limited'}</>;
}

function show(of: Parameters<typeof usePolicyOf>[0]) {
  const api = new FakeGitlabTokensApi([environment]);
  render(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <Reader of={of} />
    </TestApiProvider>,
  );
}

describe('the policy of an environment', () => {
  beforeEach(() => drawn.splice(0));

  it('is known at once with the environment: nothing that it forbids is offered meanwhile', () => {
    show(environment);
    expect(drawn[0]).toEqual(policy);
  });

  it('is asked for where its name alone is known', async () => {
    show(environment.name);
    expect(await screen.findByText('60')).toBeVisible();
    expect(drawn[0].maxLifetimeDays).toBeUndefined();
  });
});
