import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import {
  Environment,
  Finding,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
  NOW,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { anOperation } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EnvironmentCard } from './EnvironmentCard';

const MISSING_SCOPE: Finding = {
  code: 'MISSING_SCOPE',
  severity: 'error',
  scopes: ['write_repository'],
};
const NO_BROKER: Finding = { code: 'BROKER_MISSING', severity: 'info' };
const PROBLEM = {
  code: 'GATEWAY_CREDENTIAL_REVOKED',
  message: 'GitLab says so.',
  action: 'Write a new one with sops edit.',
};

async function findCard(
  environment: Environment,
  options: { mayRotate?: boolean; isUnderWay?: boolean } = {},
) {
  const { mayRotate = true, isUnderWay = false } = options;
  const authorize = mayRotate ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, new FakeGitlabTokensApi([environment])],
        [permissionApiRef, mockApis.permission({ authorize })],
      ]}
    >
      <EnvironmentCard
        environment={environment}
        now={NOW}
        highlighted={false}
        operation={isUnderWay ? anOperation() : undefined}
        onChanged={() => {}}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
  return within(
    await screen.findByRole('article', { name: environment.title }),
  );
}

type Card = Awaited<ReturnType<typeof findCard>>;

/** The buttons of the card by their looks: those that stand out, and the others. */
function buttonsOf(card: Card) {
  const buttons = card.getAllByRole('button');
  const standsOut = (button: HTMLElement) =>
    button.classList.contains('MuiButton-containedPrimary');
  const label = (button: HTMLElement) => button.textContent;
  return {
    emphasised: buttons.filter(standsOut).map(label),
    others: buttons.filter(button => !standsOut(button)).map(label),
  };
}

const findings = (card: Card) =>
  within(card.getByRole('list', { name: 'Findings' })).getAllByRole('listitem');

describe('what the card advises', () => {
  testAtNow();

  it('is nothing in particular while all is well', async () => {
    expect(buttonsOf(await findCard(aPersonalEnvironment()))).toEqual({
      emphasised: [],
      others: ['Use my own token…', 'Rotate…'],
    });
  });

  it('is the rotation where that puts it right, the gravest finding first', async () => {
    const environment = anEnvironment({
      findings: [
        { code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] },
        MISSING_SCOPE,
      ],
    });
    const card = await findCard(environment);
    const [first, second] = findings(card);
    expect(within(first).getByTitle('Error')).toBeInTheDocument();
    expect(first).toHaveTextContent(
      'Rotate it with overlap: the new one has all declared scopes.',
    );
    expect(within(second).getByTitle('Warning')).toBeInTheDocument();
    expect(second).toHaveTextContent('the declared scopes only');
    expect(buttonsOf(card)).toEqual({ emphasised: ['Rotate…'], others: [] });
  });

  it('is to rotate before the token expires', async () => {
    const card = await findCard(anExpiringEnvironment(12));
    expect(findings(card)[0]).toHaveTextContent('Rotate it before then');
    expect(buttonsOf(card).emphasised).toEqual(['Rotate…']);
  });

  it('is one’s own token where GitLab lets only its user make it', async () => {
    const card = await findCard(
      aPersonalEnvironment({ findings: [MISSING_SCOPE] }),
    );
    expect(findings(card)[0]).toHaveTextContent(
      'Press “Use my own token…”: it leads to GitLab’s form',
    );
    expect(buttonsOf(card)).toEqual({
      emphasised: ['Use my own token…'],
      others: ['Rotate…'],
    });
  });

  it('is work by hand where there is no broker', async () => {
    const card = await findCard(
      anEnvironment({ findings: [MISSING_SCOPE, NO_BROKER] }),
    );
    expect(findings(card)[0]).toHaveTextContent(
      'create a new one there with all declared scopes and put it into dev.enc.yaml with sops edit.',
    );
    expect(buttonsOf(card)).toEqual({ emphasised: [], others: ['Rotate…'] });
  });

  it('is work by hand while the file does not open here', async () => {
    const card = await findCard(
      aLockedEnvironment({
        observed: anObservation(),
        findings: [MISSING_SCOPE],
      }),
    );
    expect(findings(card)[0]).toHaveTextContent('with sops edit');
    expect(buttonsOf(card).emphasised).toEqual([]);
  });

  it('is to ask somebody who may, for those who may not', async () => {
    // What was decided of a token is remembered for two seconds, other tests' too
    const observed = anObservation({ tokenId: 888 });
    const card = await findCard(
      anEnvironment({ observed, findings: [MISSING_SCOPE] }),
      { mayRotate: false },
    );
    expect(
      await card.findByText(
        'Whoever has the permission gitlab-tokens.token.rotate can put this right from here.',
      ),
    ).toBeVisible();
    expect(buttonsOf(card)).toEqual({ emphasised: [], others: ['Rotate…'] });
  });

  it('is no other rotation while one is under way', async () => {
    const card = await findCard(anExpiringEnvironment(3), { isUnderWay: true });
    expect(buttonsOf(card).emphasised).toEqual([]);
  });

  it('is the rotation of a revoked token, instead of the backend’s way by hand', async () => {
    const environment = anEnvironment({ state: 'revoked', problem: PROBLEM });
    const card = await findCard(environment);
    expect(
      card.getByText(/^Find out who revoked it and why\. Then rotate it/),
    ).toBeVisible();
    expect(card.queryByText(PROBLEM.action)).not.toBeInTheDocument();
    expect(buttonsOf(card).emphasised).toEqual(['Rotate…']);
  });

  it('is the backend’s way by hand where nothing here helps', async () => {
    const card = await findCard(
      anEnvironment({
        state: 'revoked',
        problem: PROBLEM,
        findings: [NO_BROKER],
      }),
    );
    expect(card.getByText(PROBLEM.action)).toBeVisible();
    expect(buttonsOf(card).emphasised).toEqual([]);
  });
});
