import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { FakeBrokerApi } from '../../__testUtils__/FakeBrokerApi';
import { portalIn } from '../../__testUtils__/languages';
import { anOperation } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';
import { gitlabTokensApiRef } from '../../api';
import { BlockerList } from './BlockerList';
import { OperationInAddress } from './OperationInAddress';

describe('what the backend says in English, in a portal that speaks French', () => {
  testAtNow();
  beforeEach(() => localStorage.clear());

  it('is said in French when an operation stands still, with the original below it', async () => {
    const parked = {
      code: 'MAC_MISMATCH',
      message: 'sops/dev.enc.yaml: the MAC does not fit.',
      action: 'Restore it.',
    };
    const operation = anOperation({ step: 'delivering', parked });
    renderInTestApp(
      <TestApiProvider
        apis={[[gitlabTokensApiRef, new FakeBrokerApi([], [operation])]]}
      >
        <Suspense fallback={null}>
          <OperationInAddress />
        </Suspense>
      </TestApiProvider>,
      {
        config: portalIn('fr'),
        initialRouteEntries: ['/?operation=op-1'],
      },
    );
    expect(
      await screen.findByText(/^Le fichier SOPS a été modifié sans SOPS/),
    ).toBeVisible();
    expect(
      screen.getByText(/^Comparez le fichier avec la gestion de versions/),
    ).toBeVisible();
    expect(
      screen.getByText('sops/dev.enc.yaml: the MAC does not fit. Restore it.'),
    ).toHaveAttribute('lang', 'en');
  });

  it('is said in French when a plan is blocked, with its facts', async () => {
    renderInTestApp(
      <Suspense fallback={null}>
        <BlockerList
          blockers={[
            {
              code: 'BROKER_ROLE_TOO_LOW',
              message: 'The broker (dana) is developer of the group.',
              action: 'Give its user the role owner there.',
              details: {
                source: 'broker',
                username: 'dana',
                role: 'developer',
                neededRole: 'owner',
              },
            },
          ]}
        />
      </Suspense>,
      { config: portalIn('fr') },
    );
    const [item] = within(await screen.findByRole('list')).getAllByRole(
      'listitem',
    );
    expect(item).toHaveTextContent(/^Le broker \(dana\) y a le rôle/);
    expect(item).not.toHaveTextContent('The broker');
  });
});
