import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  maskRecipe,
  RecipeContext,
  recipesFor,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentProps, useState } from 'react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment } from '../../__testUtils__/environments';
import { FakeClipboard } from '../../__testUtils__/FakeClipboard';
import { aToken } from '../../__testUtils__/tokens';
import { HowToUse, HowToUseDialog } from '.';

// Many accordions take their time on a slow machine
jest.setTimeout(60_000);

/** Not a token's value, but as long and with all that has to be escaped. */
const VALUE = `glpat-'"&<value>`;

const aContext = (fields: Partial<RecipeContext> = {}): RecipeContext => ({
  kind: 'project-deploy',
  scopes: ['read_repository', 'read_package_registry'],
  webUrl: 'https://gitlab.example.com',
  owner: { type: 'project', id: 20, path: 'example-org/api' },
  username: 'gitlab+deploy-token-7',
  name: 'ci',
  ...fields,
});

const show = (props: Partial<ComponentProps<typeof HowToUse>> = {}) =>
  renderInTestApp(<HowToUse context={aContext()} {...props} />);

/** Its accordion, opened. */
async function open(name: RegExp) {
  const tool = await screen.findByRole('button', { name });
  if (tool.getAttribute('aria-expanded') === 'false') {
    await userEvent.click(tool);
  }
  return tool;
}

describe('HowToUse', () => {
  afterEach(() => FakeClipboard.unplug());

  it('shows the tools that kind and scopes allow, and says what the others need', async () => {
    show();
    const tools = await screen.findAllByRole('button', { expanded: false });
    const first = screen.getByRole('button', { expanded: true });
    expect([first, ...tools].map(({ textContent }) => textContent)).toEqual([
      'GitClone over HTTPS',
      'ComposerInstall PHP packages',
      'npmInstall JavaScript packages',
      'NuGetRestore .NET packages',
      'MavenResolve Java packages',
      'pipInstall Python packages',
      'GitLab CI/CD variableUse it in jobs, from a variable',
      'curlCall the API',
    ]);
    const others = screen.getByRole('heading', {
      name: 'What it cannot be used with',
    }).parentElement!;
    expect(
      within(others)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Docker – Log in to the container registry. Needs read_registry.',
      'twine – Publish Python packages. Needs write_package_registry.',
    ]);
  });

  it('fills in host, project and user name, and tells what to know', async () => {
    show();
    const code = await screen.findByRole('region', {
      name: 'Git, part 2: Commands',
    });
    expect(code).toHaveTextContent('credential.username=gitlab+deploy-token-7');
    expect(code).toHaveTextContent(
      'clone https://gitlab.example.com/example-org/api.git',
    );
    const details = screen.getByRole('region', { name: /^GitClone/ });
    expect(details).toHaveTextContent('Needs read_repository.');
    expect(details).toHaveTextContent(
      'The line that sets the variable begins with a space.',
    );
  });

  it('copies with the placeholder, as it is shown, while there is no value', async () => {
    const clipboard = new FakeClipboard();
    clipboard.plugIn();
    show();
    expect(
      await screen.findByText(
        'Put the value of the token where ⟦token⟧ stands.',
      ),
    ).toBeVisible();
    const name = 'Git, part 1: Commands';
    await userEvent.click(screen.getByRole('button', { name: `Copy ${name}` }));
    expect(await screen.findByText('Copied')).toBeVisible();
    const [copied] = clipboard.copied;
    expect(copied).toBe(` export GITLAB_TOKEN='⟦token⟧'`);
    expect(screen.getByRole('region', { name }).textContent).toBe(copied);
  });

  it('hides the value until it is to be shown, and copies it either way', async () => {
    const clipboard = new FakeClipboard();
    clipboard.plugIn();
    show({ value: VALUE });
    await screen.findByText('The value is hidden. What you copy holds it.');
    const [recipe] = recipesFor(aContext());
    const name = 'Git, part 1: Commands';
    const code = () => screen.getByRole('region', { name }).textContent;
    expect(code()).toBe(maskRecipe(recipe.blocks[0]));
    expect(document.documentElement.outerHTML).not.toContain('glpat-');

    const filled = ` export GITLAB_TOKEN='glpat-'\\''"&<value>'`;
    await userEvent.click(screen.getByRole('button', { name: `Copy ${name}` }));
    expect(clipboard.copied).toEqual([filled]);
    expect(document.documentElement.outerHTML).not.toContain('glpat-');

    await userEvent.click(
      screen.getByRole('button', { name: 'Show the value' }),
    );
    expect(code()).toBe(filled);
    await open(/^Composer/);
    expect(
      await screen.findByRole('region', { name: /part 1: auth.json$/ }),
    ).toHaveTextContent('glpat-\'\\"&<value>');
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the value' }),
    );
    expect(document.documentElement.outerHTML).not.toContain('glpat-');
  });

  it('says when the browser does not let anything be copied', async () => {
    FakeClipboard.unplug();
    show();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Copy Git, part 1: Commands',
      }),
    );
    expect(
      await screen.findByText(/^The browser does not allow copying here/),
    ).toBeVisible();
  });

  it('says in words that a token can be used with nothing here, and what would do', async () => {
    show({ context: aContext({ scopes: ['write_registry'] }) });
    expect(await screen.findByText(/allow none of the tools/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(
      screen.getByText(/Log in to the container registry/),
    ).toHaveTextContent('Needs read_registry.');
  });

  it('says that the role is too low, and that a token is dead', async () => {
    show({
      context: aContext({ kind: 'project', scopes: ['api'] }),
      role: 'guest',
      state: 'expired',
    });
    expect(
      await screen.findByText('This token has expired. GitLab refuses it.'),
    ).toBeVisible();
    expect(
      screen.getByText(/This token’s role is Guest, which is too low/),
    ).toBeVisible();
  });

  it('is accessible with everything open, and each block is reached by keyboard', async () => {
    show({ value: VALUE });
    for (const tool of await screen.findAllByRole('button', {
      expanded: false,
    })) {
      await userEvent.click(tool);
    }
    const blocks = await screen.findAllByRole('region', { name: /, part \d/ });
    expect(blocks.length).toBeGreaterThan(10);
    blocks.forEach(block => expect(block).toHaveAttribute('tabindex', '0'));
    await waitFor(async () =>
      expect(await accessibilityProblems()).toEqual([]),
    );
  });
});

function Opener(props: { webUrl: string | null }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <HowToUseDialog
          token={aToken({ name: 'Token of the group' })}
          environment={anEnvironment({ webUrl: props.webUrl })}
          target={{ type: 'project', id: 20, path: 'example-org/api' }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

describe('HowToUseDialog', () => {
  it('is about the token and the project of the entity, and gives the focus back', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Opener webUrl="https://gitlab.example.com" />);
    const opener = await screen.findByRole('button', { name: 'Open' });
    await user.click(opener);
    const dialog = await screen.findByRole('dialog', {
      name: 'How to use Token of the group',
    });
    expect(dialog).toHaveTextContent('group access token · read_api');
    await open(/^curl/);
    expect(
      await within(dialog).findByRole('region', { name: /^curl, part 2/ }),
    ).toHaveTextContent('https://gitlab.example.com/api/v4/projects/20');
    expect(await accessibilityProblems(dialog)).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  it('says that it lacks the address of GitLab', async () => {
    renderInTestApp(<Opener webUrl={null} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Open' }));
    expect(
      await screen.findByText(
        /^The address of the GitLab of Development is not known here/,
      ),
    ).toBeVisible();
  });
});
