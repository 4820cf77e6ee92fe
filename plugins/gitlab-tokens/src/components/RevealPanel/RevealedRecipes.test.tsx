import {
  maskRecipe,
  OperationPlan,
  RecipeContext,
  recipesFor,
  RevealedValue,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment } from '../../__testUtils__/environments';
import { FakeBrokerApi } from '../../__testUtils__/FakeBrokerApi';
import { FakeClipboard } from '../../__testUtils__/FakeClipboard';
import { aPlan, aRevealing } from '../../__testUtils__/operations';
import { showInPortal, testAtNow } from '../../__testUtils__/portal';
import { OperationInAddress } from '../operations/OperationInAddress';

const VALUE = 'gldt-shown-once-0123456789';
const PATH = 'example-org/payments/api';
const OWNER = { type: 'project' as const, id: 21, path: PATH };

const deployToken: OperationPlan['newToken'] = {
  kind: 'project-deploy',
  owner: OWNER,
  name: 'ci',
  scopes: ['read_repository', 'read_package_registry'],
  role: null,
  expiresAt: '2026-12-01',
};

const allRecipes = (token: typeof deployToken, username: string | null) => {
  const context: RecipeContext = {
    ...token!,
    owner: OWNER,
    username,
    webUrl: 'https://gitlab.example.com',
  };
  return recipesFor(context);
};

const tools = () =>
  screen
    .getAllByRole('button', { name: /^(Git|Docker|Composer|npm|curl)[A-Z]/ })
    .map(({ textContent }) => textContent);

/** Has the value of an operation shown, and opens what can be done with it. */
async function reveal(
  plan: Partial<OperationPlan>,
  {
    username = null,
    webUrl = 'https://gitlab.example.com',
  }: {
    username?: RevealedValue['username'];
    webUrl?: string | null;
  } = {},
) {
  const operation = aRevealing(plan, { kind: plan.kind ?? 'issue' });
  const api = new FakeBrokerApi([anEnvironment({ webUrl })], [operation]);
  api.revealing = () => ({ value: VALUE, username });
  showInPortal(<OperationInAddress />, api, '/?operation=op-1');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show the value now' }),
  );
  const use = await screen.findByRole('button', {
    name: 'How to use it, with the value filled in',
  });
  expect(use).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(use);
}

const expectNowhere = () =>
  expect(document.documentElement.outerHTML).not.toContain(VALUE);

describe('the recipes of a value that is shown once', () => {
  testAtNow();
  afterEach(() => FakeClipboard.unplug());

  it('are there once it is shown, for what the token may alone, with all that is known filled in', async () => {
    await reveal(
      { newToken: deployToken },
      { username: 'gitlab+deploy-token-7' },
    );
    const code = await screen.findByRole('region', {
      name: 'Git, part 2: Commands',
    });
    expect(code).toHaveTextContent('credential.username=gitlab+deploy-token-7');
    expect(code).toHaveTextContent(
      `clone https://gitlab.example.com/${PATH}.git`,
    );
    expect(tools()).toEqual([
      'GitClone over HTTPS',
      'ComposerInstall PHP packages',
      'npmInstall JavaScript packages',
      'GitLab CI/CD variableUse it in jobs, from a variable',
      'curlCall the API',
    ]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('copy the real value, show the mask until it is to be shown, and are gone with the dialog', async () => {
    const clipboard = new FakeClipboard();
    clipboard.plugIn();
    await reveal(
      { newToken: deployToken },
      { username: 'gitlab+deploy-token-7' },
    );
    const name = 'Git, part 1: Commands';
    const code = await screen.findByRole('region', { name });
    const [recipe] = allRecipes(deployToken, 'gitlab+deploy-token-7');
    expect(code.textContent).toBe(maskRecipe(recipe.blocks[0]));
    expectNowhere();
    await userEvent.click(screen.getByRole('button', { name: `Copy ${name}` }));
    await waitFor(() =>
      expect(clipboard.copied).toEqual([` export GITLAB_TOKEN='${VALUE}'`]),
    );
    expectNowhere();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the value' }),
    );
    expect(screen.getByRole('region', { name })).toHaveTextContent(VALUE);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expectNowhere();
    for (const storage of [sessionStorage, localStorage]) {
      expect(JSON.stringify({ ...storage })).not.toContain(VALUE);
    }
  });

  it('are there for a rotation as well, with what the token’s role is too low for', async () => {
    await reveal({
      kind: 'rotate',
      mode: 'in-place',
      newToken: { ...aPlan().newToken!, scopes: ['api'], role: 'guest' },
    });
    const git = await screen.findByRole('region', { name: /^GitClone/ });
    expect(
      within(git).getByText(/This token’s role is Guest, which is too low/),
    ).toBeVisible();
    expect(tools()).toContain('DockerLog in to the container registry');
  });

  it('say what they lack where the address of GitLab is not known', async () => {
    await reveal({ newToken: deployToken }, { webUrl: null });
    expect(
      await screen.findByText(/^The address of the GitLab of dev is not known/),
    ).toBeVisible();
  });
});
